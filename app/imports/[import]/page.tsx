import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { captionOf } from "@/components/import/list-part";
import { TotalTable } from "@/components/import/total-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { TextArea } from "@/components/ui/text-area";
import type { ChangedList } from "@/db/imports/code-lists";
import { getImport } from "@/db/imports/imports";
import { formatDateTime } from "@/domain/dates";
import { undoImportAction } from "./actions";

export const metadata: Metadata = { title: "Import" };

const linesOf = (lists: readonly ChangedList[]) =>
  lists.flatMap(({ label, changes }) => changes.map((change) => `${label}: ${change}`));

const firstOf = (count: number) => ({ passedOver: 0, count, nextHref: null });

export default async function ImportedPage({ params }: { params: Promise<{ import: string }> }) {
  const { import: id } = await params;
  const viewer = await viewerFor(`/imports/${id}`);
  const found = await getImport(viewer, id);
  if (!found) notFound();
  const { counts, undone, lists } = found;
  return (
    <Shell viewer={viewer} current="/cases">
      <PageTitle
        title="Import"
        facts={[found.files.map(({ name }) => name).join(", "), formatDateTime(found.madeAt)]}
      />
      {undone && (
        <Notice>
          Undone on {formatDateTime(undone.at)} by {undone.by ?? "the command line"}:{" "}
          {undone.reason}
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: "Imported by", value: found.madeBy ?? "The command line" },
          { key: "Note", value: found.reason || "None" },
          {
            key: "New cases",
            value: `${counts.new}, of which ${counts.committed} with agreed ratings`,
          },
          { key: "Cases that changed", value: counts.changed },
          { key: "Sets of independent ratings", value: counts.ratings },
          ...(lists.brought.length > 0
            ? [{ key: "Code lists", lines: linesOf(lists.brought) }]
            : []),
          ...(undone && lists.left.length > 0
            ? [{ key: "Left in the code lists", lines: linesOf(lists.left) }]
            : []),
          {
            key: "Files",
            lines: found.files.map(({ name, sha256 }) => `${name}, SHA-256 ${sha256}`),
          },
        ]}
      />
      <DataTable
        caption={captionOf("Cases", found.cases.length, firstOf(counts.new + counts.changed))}
        narrow="cards"
        columns={[
          { key: "case", label: "Case" },
          { key: "kind", label: "What the import did" },
          { key: "ratings", label: "Independent ratings", numeric: true },
        ]}
        rows={found.cases.map(({ reference, kind, committed, ratingSets }) => ({
          key: reference,
          cells: [
            undone ? (
              reference
            ) : (
              <a className="govuk-link" href={`/cases/${reference}`} key="link">
                {reference}
              </a>
            ),
            kind === "changed" ? "Changed its record" : committed ? "Made and committed" : "Made",
            ratingSets,
          ],
        }))}
      />
      {found.totals.length > 0 && (
        <TotalTable totals={found.totals} part={firstOf(found.differing)} />
      )}
      {found.mayUndo && (
        <Details summary="Undo this import">
          <p className="govuk-body">
            The cases that it made go, and the records that it changed are as before. This is
            possible as long as nothing is built on it.
            {lists.brought.length > 0 &&
              " What it brought into code lists goes too, where no record has it, nor an earlier revision of one; what stays is named here then."}
          </p>
          <ActionForm action={undoImportAction.bind(null, id)}>
            <TextArea name="reason" label="Why is it undone?" rows={2} />
            <Button look="warning">Undo the import</Button>
          </ActionForm>
        </Details>
      )}
    </Shell>
  );
}
