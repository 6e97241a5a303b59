import { PlanPreview } from "@/components/board/plan-preview";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { givenBy, type Plan } from "@/db/assignments/plans";

interface Props {
  readonly plan: Plan;
  /** What decided it, such as "Seed 4711". */
  readonly how?: string;
  readonly action: FormAction;
  /** The choice that the plan is for. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly confirm: string;
}

/** Who would get what, and the button with which it is done. */
export function PlanSection({ plan, how, action, fields, confirm }: Props) {
  const shown = givenBy(plan);
  const sent = [...fields, ...shown.map((line) => ["shown", line] as const)];
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">Who gets what</h2>
      <PlanPreview
        how={how}
        lines={plan.cases.map(({ reference, coders, opened, refusal }) => ({
          reference,
          coders: coders.map(({ name }) => name),
          remark: refusal ?? (opened ? closes : ""),
        }))}
        loads={plan.coders}
      />
      <ActionForm action={action}>
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        {shown.length > 0 && <Button>{confirm}</Button>}
      </ActionForm>
    </section>
  );
}

const closes = "It has opened: until they submit it is closed to everybody";
