import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { countIn, type Query } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ImportedCases } from "@/components/import/imported-cases";
import type { ListPart } from "@/components/import/list-part";
import { TotalTable } from "@/components/import/total-table";
import { UndoEffects } from "@/components/import/undo-effects";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
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

interface Props {
  params: Promise<{ import: string }>;
  searchParams: Promise<Query>;
}

export default async function ImportedPage({ params, searchParams }: Props) {
  const { import: id } = await params;
  const query = await searchParams;
  const viewer = await viewerFor(`/imports/${id}`, query);
  const passedOver = { cases: countIn(query, "casesAfter"), totals: countIn(query, "totalsAfter") };
  const found = await getImport(viewer, id, passedOver);
  if (!found) notFound();
  const partOf = (list: "cases" | "totals", shown: number, count: number): ListPart => {
    const last = passedOver[list] + shown;
    const next = new URLSearchParams({
      ...(passedOver.cases > 0 && { casesAfter: String(passedOver.cases) }),
      ...(passedOver.totals > 0 && { totalsAfter: String(passedOver.totals) }),
      [`${list}After`]: String(last),
    });
    const isMore = shown > 0 && last < count;
    return {
      ...{ passedOver: passedOver[list], count },
      nextHref: isMore ? `/imports/${id}?${next}#${list}` : null,
    };
  };
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
      <ImportedCases
        cases={found.cases}
        part={partOf("cases", found.cases.length, counts.new + counts.changed)}
        undone={undone !== null}
      />
      {found.totals.length > 0 && (
        <section id="totals">
          <TotalTable
            totals={found.totals}
            part={partOf("totals", found.totals.length, found.differing)}
          />
        </section>
      )}
      {found.undo && (
        <Details summary="Undo this import">
          <UndoEffects {...found.undo} hasLists={lists.brought.length > 0} />
          <ActionForm action={undoImportAction.bind(null, id)}>
            <TextArea name="reason" label="Why is it undone?" rows={2} />
            <Button look="warning">Undo the import</Button>
          </ActionForm>
        </Details>
      )}
    </Shell>
  );
}
