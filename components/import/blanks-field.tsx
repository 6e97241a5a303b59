import { CheckboxesField } from "@/components/ui/checkboxes-field";

/** What a lead ticks so that no blank of an import changes a recorded fact. */
export const keepWhereBlank = "Leave what is recorded where the files have a blank";

/** Whether blanks of an import say that nothing is recorded, or nothing at all. */
export function BlanksField({ keepsRecorded }: { keepsRecorded: boolean }) {
  return (
    <CheckboxesField
      name="blanks"
      legend="Blanks, for cases that the study has"
      options={[
        {
          value: "keep",
          label: keepWhereBlank,
          hint: "Else a blank says that nothing is recorded. Children, periods, practice and actions in the files take the place of those that are recorded either way",
        },
      ]}
      defaultValues={keepsRecorded ? ["keep"] : []}
    />
  );
}
