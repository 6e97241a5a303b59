import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { optionsOf } from "@/app/cases/words";
import { nextPage, type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { type BoardCoder, type BoardLine, BoardTable } from "@/components/board/board-table";
import { MarkKey } from "@/components/board/mark";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { ErrorSummary } from "@/components/ui/error-summary";
import { type Filter, FilterForm } from "@/components/ui/filter-form";
import { NextPage } from "@/components/ui/next-page";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { type Load, listLoads } from "@/db/assignments/loads";
import { type BoardFilter, type BoardRow, listBoard } from "@/db/cases/board";
import { listSamples } from "@/db/cases/case-list";
import { marks } from "@/domain/board";
import { limitInWords } from "@/domain/deadlines";
import type { Problem } from "@/domain/outcome";
import { stages } from "@/domain/workflow";
import { setDaysToRateAction } from "./actions";
import { boardFilterIn, fieldsOfFilter } from "./filter";

export const metadata: Metadata = { title: "Board" };

export default async function BoardPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/board", query);
  const filter = boardFilterIn(query);
  const board = await listBoard(viewer, filter);
  const loads = await listLoads(viewer);
  if (!board || !loads) notFound();
  const samples = await listSamples(viewer);
  const filters = filtersFor(filter, samples, loads);
  const { after: _, ...shown } = fieldsOfFilter(filter);
  const problem = textIn(query, "selected") === "none" ? whyNone(board.rows) : undefined;
  const nextHref = nextPage("/board", shown, board.next);
  return (
    <Shell viewer={viewer} current="/board">
      <PageTitle title="Board" facts={[`Days to rate: ${limitInWords(board.daysToRate)}`]} />
      {problem && <ErrorSummary problems={[problem]} />}
      {samples.length === 0 ? (
        <NoCases />
      ) : (
        <>
          <FilterForm filters={filters} />
          <MarkKey marks={Object.values(marks)} />
          <form method="get" action="/board/assign">
            <input type="hidden" name="from" value="board" />
            {Object.entries(fieldsOfFilter(filter)).map(
              ([name, value]) =>
                value && <input type="hidden" name={name} value={value} key={name} />,
            )}
            <BoardTable
              lines={board.rows.map(lineOf)}
              coders={codersOf(loads)}
              error={problem?.field ? problem.message : undefined}
            />
            <div className="buttons">
              <Button>Assign coders to the selected cases</Button>
              <Button look="secondary" name="all" value="yes">
                Assign coders to all of them
              </Button>
              <ButtonLink href="/board/replace" look="secondary">
                Replace a coder who left
              </ButtonLink>
            </div>
          </form>
        </>
      )}
      <NextPage href={nextHref} />
      <Details summary="Change the days to rate">
        <ActionForm action={setDaysToRateAction}>
          <TextField
            name="days"
            label="Days to rate"
            hint="From the day a case is assigned. A case that is not submitted after that is overdue. Leave it blank for no limit."
            width="short"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={board.daysToRate === null ? "" : String(board.daysToRate)}
          />
          <Button look="secondary">Save the days to rate</Button>
        </ActionForm>
      </Details>
    </Shell>
  );
}

/** Why there is nothing to assign coders to. */
function whyNone(rows: readonly BoardRow[]): Problem {
  return rows.some(({ assignable }) => assignable)
    ? { field: "cases", message: "Select at least one case" }
    : { field: "", message: "None of these cases can be assigned coders" };
}

function NoCases() {
  return (
    <p className="govuk-body">
      There are no cases yet.{" "}
      <a className="govuk-link" href="/cases/new">
        Register a case
      </a>
      , and it stands here with its coders.
    </p>
  );
}

function filtersFor(
  { sample, stage, coder, overdue }: BoardFilter,
  samples: readonly string[],
  loads: readonly Load[],
): Filter[] {
  const same = (one: string) => ({ value: one, label: one });
  const names = loads.map(({ id, name }) => ({ value: id, label: name }));
  const late = [{ value: "yes", label: "Overdue" }];
  return [
    {
      ...{ name: "sample", label: "Sample", all: "All samples" },
      ...{ options: samples.map(same), chosen: sample },
    },
    {
      ...{ name: "stage", label: "Stage", all: "All stages" },
      ...{ options: optionsOf(stages), chosen: stage },
    },
    {
      ...{ name: "coder", label: "Coder", all: "All coders" },
      ...{ options: names, chosen: coder },
    },
    {
      ...{ name: "overdue", label: "Overdue", all: "Overdue or not" },
      ...{ options: late, chosen: overdue ? "yes" : undefined },
    },
  ];
}

function codersOf(loads: readonly Load[]): BoardCoder[] {
  return loads.map(({ id, name, open, overdue, assignable }) => ({
    id,
    name,
    load: `${open} to rate${overdue > 0 ? `, ${overdue} overdue` : ""}${assignable ? "" : ", can no longer rate"}`,
  }));
}

function lineOf(row: BoardRow): BoardLine {
  const { reference, sample, stage, cells } = row;
  return {
    reference,
    sample,
    stage,
    stageLabel: stages[stage].label,
    excluded: !row.included,
    selectable: row.assignable,
    marks: new Map(
      cells.map(({ coderId, mark, overdue }) => [coderId, { ...marks[mark], overdue }]),
    ),
  };
}
