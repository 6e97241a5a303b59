import type { Metadata } from "next";
import { ValueTable, valuesToChoose } from "@/components/import/value-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { matchingSeen, type Prepared } from "@/db/uploads/prepared";
import { groupsOf, type ValueGroup } from "@/domain/import/sheets/guess";
import { countToChoose } from "@/domain/import/sheets/to-choose";
import { matchValuesAction } from "../actions";
import { UploadShell } from "../upload-shell";
import { valueFields } from "../value-fields";

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
  const seen = matchingSeen(prepared);
  const groups = groupsOf(columns).map((group, place) => ({
    ...{ group, place, toChoose: countToChoose(group) },
  }));
  const isAsked = ({ texts }: ValueGroup) => texts.some(({ sureness }) => sureness !== "same");
  const open = groups.filter(({ toChoose }) => toChoose > 0);
  const asked = groups.filter(({ group, toChoose }) => toChoose === 0 && isAsked(group));
  const known = groups.filter(({ group }) => !isAsked(group));
  const toChoose = open.reduce((sum, group) => sum + group.toChoose, 0);
  const table = ({ group, place }: (typeof groups)[number]) => (
    <ValueTable
      key={place}
      group={group}
      fields={valueFields(seen, place)}
      sheets={sheets.map(({ label }) => label)}
    />
  );
  return (
    <>
      {toChoose > 0 && (
        <Notice>
          <strong>{valuesToChoose(toChoose)}.</strong> Concord does not know{" "}
          {toChoose === 1 ? "it. It stands" : "them. They stand"} first. What is left open is a
          fault of its rows, and nothing is imported until it is chosen, or mended in the file.
        </Notice>
      )}
      <p className="govuk-body">
        {open.length + asked.length === 0
          ? "Every word, score and date in the files is one that Concord knows. There is nothing to correct."
          : "These columns have words, scores or dates that Concord had to guess, does not know, or takes for something else than you said before. Say what each of them stands for."}
      </p>
      {[...open, ...asked].map(table)}
      {known.length > 0 && (
        <Details summary={`Columns in which every word was known: ${known.length}`}>
          {known.map(table)}
        </Details>
      )}
    </>
  );
}
