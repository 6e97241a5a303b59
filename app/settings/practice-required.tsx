import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadiosField } from "@/components/ui/radios-field";
import { TextField } from "@/components/ui/text-field";
import {
  type Requirement,
  requirementInWords,
  usualRequirement,
} from "@/domain/practice-cases/requirement";
import { changeRequirementAction } from "./actions";

interface Props {
  readonly requirement: Requirement | null;
  /** What was required before it was last set on this page. */
  readonly after: string | undefined;
}

/** Says what practice is required before live coding, and changes it. */
export function PracticeRequired({ requirement, after }: Props) {
  const { cases, percent } = requirement ?? usualRequirement;
  return (
    <>
      <h2 className="govuk-heading-m">Practice before live coding</h2>
      <p className="govuk-body" role="status">
        {requirement
          ? `A coder begins a case after at least ${requirementInWords(requirement)}.`
          : "A coder begins a case without having practised."}{" "}
        <a className="govuk-link" href="/practice">
          Practice cases
        </a>
      </p>
      <ActionForm
        // What was set stands in a form anew, as it is kept.
        key={after}
        action={changeRequirementAction}
        // What was typed is of what was required when the page was opened.
        kept={{ seen: requirementInWords(requirement) }}
      >
        <RadiosField
          name="practiceRequired"
          legend="Must coders practise before they begin a case?"
          options={[
            {
              value: "yes",
              label: "Yes",
              hint: "It holds for cases that they have not begun: whoever has saved anything of a case goes on with it. It does not hold for leads, who know the reference levels.",
            },
            { value: "no", label: "No" },
          ]}
          defaultValue={requirement ? "yes" : "no"}
        />
        <TextField
          name="practiceCases"
          label="On how many practice cases?"
          inputMode="numeric"
          width="short"
          autoComplete="off"
          defaultValue={String(cases)}
        />
        <TextField
          name="practicePercent"
          label="How much exact agreement on each of them, in percent?"
          hint="The share of the 13 factors that are given the reference level. 80% are 11 of them."
          inputMode="numeric"
          width="short"
          autoComplete="off"
          defaultValue={String(percent)}
        />
        <Button>Set what is required</Button>
      </ActionForm>
    </>
  );
}
