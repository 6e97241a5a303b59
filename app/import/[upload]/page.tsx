import type { Metadata } from "next";
import { BlanksField } from "@/components/import/blanks-field";
import { SheetFields } from "@/components/import/sheet-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { bookNow } from "@/db/uploads/book";
import { offeredTargets } from "@/domain/import/sheets/targets";
import { matchColumnsAction } from "./actions";
import { UploadShell } from "./upload-shell";

export const metadata: Metadata = { title: "Import: columns" };

export default async function ColumnsPage({ params }: { params: Promise<{ upload: string }> }) {
  const { upload } = await params;
  const book = await bookNow();
  return (
    <UploadShell upload={upload} step="columns">
      {({ id, prepared: { sheets, matching } }) => (
        <ActionForm
          key={JSON.stringify(matching)}
          action={matchColumnsAction.bind(null, id)}
          hidden={{ sheets: String(sheets.length) }}
        >
          <p className="govuk-body">
            {matching.sheets.some(({ kind }) => kind !== null)
              ? "This is what the files seem to have in them. Look through the columns, above all those that say “please check” or were not recognised, and correct what is wrong."
              : "Concord does not recognise what the files have in them. Say what each sheet has in it, and which row has its headers; then you see its columns."}
          </p>
          {sheets.map((sheet, at) => {
            const matched = matching.sheets[at];
            return (
              matched && (
                <SheetFields
                  key={sheet.label}
                  at={at}
                  sheet={sheet}
                  matched={matched}
                  targets={matched.kind === null ? [] : offeredTargets(matched, book)}
                />
              )
            );
          })}
          <TextField
            name="sample"
            label="Sample of cases without one in the files"
            hint="For new cases alone: a case that the study has keeps its sample. Leave this blank when the files say it for every case"
            width="short"
            defaultValue={matching.sample}
            autoComplete="off"
          />
          <BlanksField keepsRecorded={matching.keepsRecorded === true} />
          <Button>Save and go on</Button>
        </ActionForm>
      )}
    </UploadShell>
  );
}
