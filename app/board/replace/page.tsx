import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { problemsOf } from "@/app/act";
import { type Query, textsIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { listLoads } from "@/db/assignments/loads";
import { planReplacement } from "@/db/assignments/replacements";
import type { Viewer } from "@/db/people/people";
import { listYetToPractise } from "@/db/practice-cases/requirement";
import type { Problem } from "@/domain/outcome";
import { fieldsOfReplacement, replacementChoiceIn, type Values } from "../choices";
import { PlanSection } from "../plan-section";
import { replaceCoderAction } from "./actions";
import { ReplacementForm } from "./replacement-form";

export const metadata: Metadata = { title: "Replace a coder" };

export default async function ReplacePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/board/replace", query);
  const loads = await listLoads(viewer);
  if (!loads) notFound();
  const values: Values = (name) => textsIn(query, name);
  const { plan, problems } = await planned(viewer, values);
  return (
    <Shell viewer={viewer} current="/board">
      <PageTitle title="Replace a coder who left" />
      <ErrorSummary problems={problems} />
      <p className="govuk-body">
        Others take over the cases that they have not submitted. What they submitted stays; what
        they drafted never counts. Whoever takes over a case rates it alone, and it stays closed
        until they have submitted.
      </p>
      {loads.some(({ open }) => open > 0) ? (
        <ReplacementForm
          loads={loads}
          yetToPractise={await listYetToPractise(viewer)}
          values={values}
          problems={problems}
        />
      ) : (
        <p className="govuk-body">No case waits for anybody’s ratings.</p>
      )}
      {plan}
    </Shell>
  );
}

async function planned(viewer: Viewer, values: Values) {
  const nothing = { plan: null, problems: [] as readonly Problem[] };
  if (values("show").length === 0) return nothing;
  const choice = replacementChoiceIn(values);
  if (!choice.success) return { ...nothing, problems: problemsOf(choice.error) };
  const outcome = await planReplacement(viewer, choice.data);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused") return { ...nothing, problems: outcome.problems };
  const { coders, seed } = choice.data;
  const shown = outcome.value.cases.map(({ reference }) => reference);
  const plan = (
    <PlanSection
      plan={outcome.value}
      how={coders.length > 1 ? `Drawn with the seed ${seed}.` : undefined}
      action={replaceCoderAction}
      fields={fieldsOfReplacement({ ...choice.data, cases: shown })}
      confirm="Replace the coder"
    />
  );
  return { ...nothing, plan };
}
