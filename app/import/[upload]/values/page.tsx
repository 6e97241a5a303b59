import type { Metadata } from "next";
import { ValueTable } from "@/components/import/value-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { matchingSeen, type Prepared } from "@/db/uploads/prepared";
import { groupsOf, type ValueGroup } from "@/domain/import/sheets/guess";
import { matchValuesAction } from "../actions";
import { UploadShell } from "../upload-shell";

export const metadata: Metadata = { title: "Import: values" };

export default async function ValuesPage({ params }: { params: Promise<{ upload: string }> }) {
  const { upload } = await params;
  return (
    <UploadShell upload={upload} step="values">
      {({ id, prepared }) => (
        <ActionForm
          action={matchValuesAction.bind(null, id)}
          hidden={{ seen: matchingSeen(prepared) }}
        >
          <Values key={matchingSeen(prepared)} prepared={prepared} />
          <Button>Save and check</Button>
        </ActionForm>
      )}
    </UploadShell>
  );
}

function Values({ prepared }: { prepared: Prepared }) {
  const { columns, sheets } = prepared;
  // Without scripts a form that is refused comes back over another matching, with other fields.
  const fields = `values.${matchingSeen(prepared)}`;
  const groups = groupsOf(columns).map((group, place) => ({ group, place }));
  const isAsked = ({ texts }: ValueGroup) => texts.some(({ sureness }) => sureness !== "same");
  const asked = groups.filter(({ group }) => isAsked(group));
  const known = groups.filter(({ group }) => !isAsked(group));
  const table = ({ group, place }: (typeof groups)[number]) => (
    <ValueTable
      key={place}
      group={group}
      fields={`${fields}.${place}`}
      sheets={sheets.map(({ label }) => label)}
    />
  );
  return (
    <>
      <p className="govuk-body">
        {asked.length === 0
          ? "Every word, score and date in the files is one that Concord knows. There is nothing to correct."
          : "These columns have words, scores or dates that Concord had to guess, does not know, or takes for something else than you said before. Say what each of them stands for."}
      </p>
      {asked.map(table)}
      {known.length > 0 && (
        <Details summary={`Columns in which every word was known: ${known.length}`}>
          {known.map(table)}
        </Details>
      )}
    </>
  );
}
