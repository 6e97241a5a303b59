import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { FormAction } from "@/components/ui/form-state";
import { formatDateTime } from "@/domain/dates";

/** An upload whose cases are not imported yet, as the list shows it. */
export interface ListedUpload {
  readonly id: string;
  readonly madeAt: string;
  readonly files: readonly string[];
  readonly unreadable: boolean;
}

export interface UploadListProps {
  readonly uploads: readonly ListedUpload[];
  readonly keptForDays: number;
  /** Throws the upload with this id away. */
  readonly discard: (id: string) => FormAction;
}

/** The uploads of a lead that are not imported yet, newest first; nothing without one. */
export function UploadList({ uploads, keptForDays, discard }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <section aria-labelledby="uploads">
      <h2 className="govuk-heading-m" id="uploads">
        Not imported yet
      </h2>
      <p className="govuk-body">
        Files that you have uploaded are kept for {keptForDays} days, or until you import them or
        throw them away.
      </p>
      <DataTable
        caption="Not imported yet"
        captionHidden
        narrow="cards"
        columns={[
          { key: "files", label: "Files" },
          { key: "when", label: "Uploaded" },
          { key: "discard", label: "No longer needed" },
        ]}
        rows={uploads.map(({ id, files, madeAt, unreadable }, index) => {
          // One file is often uploaded several times within a minute.
          const which = uploads.length === 1 ? "" : `, upload ${index + 1} of ${uploads.length}`;
          return {
            key: id,
            cells: [
              <span key="files">
                <a className="govuk-link" href={`/import/${id}`}>
                  {files.join(", ")}
                  <span className="govuk-visually-hidden">{which}</span>
                </a>
                {unreadable && <span className="import-place">cannot be read</span>}
              </span>,
              formatDateTime(madeAt),
              <ActionForm className="import-discard" action={discard(id)} key="discard">
                <Button look="secondary">
                  Throw away
                  <span className="govuk-visually-hidden">
                    {" "}
                    {files.join(", ")}
                    {which}
                  </span>
                </Button>
              </ActionForm>,
            ],
          };
        })}
      />
    </section>
  );
}
