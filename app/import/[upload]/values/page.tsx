import type { Metadata } from "next";
import { ValueTable } from "@/components/import/value-table";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { matchValuesAction } from "../actions";
import { UploadShell } from "../upload-shell";

export const metadata: Metadata = { title: "Import: values" };

export default async function ValuesPage({ params }: { params: Promise<{ upload: string }> }) {
  const { upload } = await params;
  return (
    <UploadShell upload={upload} step="values">
      {({ id, prepared: { columns, sheets, matching } }) => {
        const asked = columns.filter(({ texts }) =>
          texts.some(({ sureness }) => sureness !== "same"),
        );
        const sure = columns.filter((column) => !asked.includes(column));
        return (
          <ActionForm key={JSON.stringify(matching)} action={matchValuesAction.bind(null, id)}>
            {asked.length === 0 ? (
              <p className="govuk-body">
                Every word and score in the files is one that Concord has. There is nothing to
                correct.
              </p>
            ) : (
              <p className="govuk-body">
                These columns have words that Concord had to guess or does not know. Say what each
                of them stands for.
              </p>
            )}
            {asked.map((column) => (
              <ValueTable
                key={`${column.sheet} ${column.column}`}
                column={column}
                sheet={sheets.length > 1 ? sheets[column.sheet]?.label : undefined}
              />
            ))}
            {sure.length > 0 && (
              <Details summary={`Columns in which every value was known: ${sure.length}`}>
                {sure.map((column) => (
                  <ValueTable
                    key={`${column.sheet} ${column.column}`}
                    column={column}
                    sheet={sheets.length > 1 ? sheets[column.sheet]?.label : undefined}
                  />
                ))}
              </Details>
            )}
            <Button>Save and check</Button>
          </ActionForm>
        );
      }}
    </UploadShell>
  );
}
