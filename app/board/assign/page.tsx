import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { problemsOf } from "@/app/act";
import { type Query, searchOf, textIn, textsIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { planAssignments } from "@/db/assignments/bulk-assignments";
import { listLoads } from "@/db/assignments/loads";
import { listBoard } from "@/db/cases/board";
import type { Viewer } from "@/db/people/people";
import { listYetToPractise } from "@/db/practice-cases/requirement";
import type { Problem } from "@/domain/outcome";
import { assignmentChoiceIn, fieldsOfAssignment, type Values } from "../choices";
import { boardFilterIn, fieldsOfFilter } from "../filter";
import { PlanSection } from "../plan-section";
import { assignAsPlannedAction } from "./actions";
import { AssignmentForm } from "./assignment-form";

export const metadata: Metadata = { title: "Assign coders" };

export default async function AssignPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/board/assign", query);
  const loads = await listLoads(viewer);
  if (!loads) notFound();
  const cases = await casesIn(viewer, query);
  if (cases.length === 0 && textIn(query, "from") === "board") redirect(boardWithNone(query));
  const values: Values = (name) => (name === "cases" ? cases : textsIn(query, name));
  const { plan, problems } = await planned(viewer, values);
  const coders = loads.filter(({ assignable }) => assignable);
  return (
    <Shell viewer={viewer} current="/board">
      <PageTitle
        title="Assign coders"
        facts={[cases.length === 1 ? "1 case" : `${cases.length} cases`]}
      />
      <ErrorSummary problems={problems} />
      {cases.length === 0 ? (
        <p className="govuk-body">
          No case is selected.{" "}
          <a className="govuk-link" href="/board">
            Select cases on the board
          </a>
          .
        </p>
      ) : (
        <AssignmentForm
          cases={cases}
          coders={coders}
          yetToPractise={await listYetToPractise(viewer)}
          values={values}
          problems={problems}
        />
      )}
      {plan}
    </Shell>
  );
}

/** The cases that were ticked on the board, or all that it showed. */
async function casesIn(viewer: Viewer, query: Query): Promise<string[]> {
  if (textIn(query, "all") !== "yes") return textsIn(query, "cases");
  const board = await listBoard(viewer, boardFilterIn(query));
  const able = board?.rows.filter(({ assignable }) => assignable) ?? [];
  return able.map(({ reference }) => reference);
}

/** The board as it was, where it is said that no case was selected. */
function boardWithNone(query: Query): string {
  return `/board${searchOf({ ...fieldsOfFilter(boardFilterIn(query)), selected: "none" })}`;
}

async function planned(viewer: Viewer, values: Values) {
  const nothing = { plan: null, problems: [] as readonly Problem[] };
  if (values("show").length === 0) return nothing;
  const choice = assignmentChoiceIn(values);
  if (!choice.success) return { ...nothing, problems: problemsOf(choice.error) };
  const outcome = await planAssignments(viewer, choice.data);
  if (outcome.kind === "not_found") notFound();
  if (outcome.kind === "refused") return { ...nothing, problems: outcome.problems };
  const { how, seed } = choice.data;
  const plan = (
    <PlanSection
      plan={outcome.value}
      how={how === "balanced" ? `Drawn with the seed ${seed}.` : undefined}
      action={assignAsPlannedAction}
      fields={fieldsOfAssignment(choice.data)}
      confirm="Assign them"
    />
  );
  return { ...nothing, plan };
}
