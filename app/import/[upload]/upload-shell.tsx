import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { UploadSteps } from "@/components/import/upload-steps";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import type { Viewer } from "@/db/people/people";
import { importOf } from "@/db/uploads/importing";
import type { Prepared } from "@/db/uploads/prepared";
import { getUpload, type UploadState, type UploadView } from "@/db/uploads/uploads";
import { discardUploadAction, readAgainAction } from "./actions";
import { Progress } from "./progress";

export type Step = "columns" | "values" | "check";

const titles = { columns: "Columns", values: "Values", check: "Check and import" };
const paths = { columns: "", values: "/values", check: "/check" };

/**
 * A page of an upload: what `children` make of it when it is read, and how far it is until then. Once
 * it is imported, the page of the import.
 */
export async function UploadShell(props: {
  upload: string;
  step: Step;
  children: (ready: { viewer: Viewer; id: string; prepared: Prepared }) => ReactNode;
}) {
  const { upload, step, children } = props;
  const viewer = await viewerFor(`/import/${upload}${paths[step]}`);
  const imported = importOf(viewer, upload);
  if (imported) redirect(`/imports/${imported}`);
  const found = await getUpload(viewer, upload);
  if (!found) notFound();
  const { state, files } = found;
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle
        title={state.kind === "ready" ? titles[step] : "Import cases"}
        facts={[files.join(", ")]}
      />
      {state.kind === "ready" ? (
        <>
          <UploadSteps id={upload} step={step} columns={state.prepared.columns.length} />
          {children({ viewer, id: upload, prepared: state.prepared })}
        </>
      ) : (
        <NotReady upload={found} step={step} state={state} />
      )}
      <ActionForm action={discardUploadAction.bind(null, upload)}>
        <Button look="secondary">Throw this upload away</Button>
      </ActionForm>
    </Shell>
  );
}

function NotReady(props: {
  upload: UploadView;
  step: Step;
  state: Exclude<UploadState, { kind: "ready" }>;
}) {
  const { upload, step, state } = props;
  if (state.kind === "unreadable")
    return (
      <>
        <h2 className="govuk-heading-m">{state.file} cannot be read</h2>
        <p className="govuk-body">{state.message}</p>
        <p className="govuk-body">
          <a className="govuk-link" href="/import">
            Choose other files
          </a>
        </p>
      </>
    );
  if (state.kind === "stopped")
    return (
      <>
        <p className="govuk-body">
          Reading the files has stopped before it was done. Read them again; if it stops once more,
          they may hold more than Concord takes at once, and you can split them.
        </p>
        <ActionForm action={readAgainAction.bind(null, upload.id)}>
          <Button>Read the files again</Button>
        </ActionForm>
      </>
    );
  return (
    <>
      <Progress
        label={state.work === "reading" ? "Reading the files" : "Importing the cases"}
        share={state.share}
      />
      <noscript>
        <p className="govuk-body">
          <a className="govuk-link" href={`/import/${upload.id}${paths[step]}`}>
            See how far it is
          </a>
        </p>
      </noscript>
    </>
  );
}
