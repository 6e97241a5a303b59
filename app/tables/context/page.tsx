import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { getContextFigures } from "@/db/study/context-figures";
import { type ContextFigure, contextParts, mostFigures } from "@/domain/context-figures";
import { mayTypeContext } from "@/domain/workflow";
import { recordContextFiguresAction } from "./actions";

export const metadata: Metadata = { title: "Figures from elsewhere" };

const spareRows = 3;

export default async function ContextPage() {
  const viewer = await viewerFor("/tables/context");
  const now = mayTypeContext(viewer) ? await getContextFigures(viewer) : null;
  if (!now) notFound();
  const count = Math.min(now.figures.length + spareRows, mostFigures);
  return (
    <Shell viewer={viewer} current="/tables">
      <PageTitle title="Figures from elsewhere" />
      <p className="govuk-body">
        Table 2 and the notification figures are not made of the cases. What you type in here stands
        beneath the tables for the team, marked as typed in, each figure with its source. Empty a
        row to take its figure away.
      </p>
      <ActionForm
        action={recordContextFiguresAction}
        hidden={{ count: String(count) }}
        // What was typed is of the figures as they stood when the page was opened.
        kept={{ revision: String(now.revision) }}
      >
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <FigureFields key={index} figure={now.figures[index] ?? null} index={index} />
        ))}
        <Button>Save the figures</Button>
      </ActionForm>
    </Shell>
  );
}

function FigureFields({ figure, index }: { figure: ContextFigure | null; index: number }) {
  const name = `figures.${index}.`;
  return (
    <fieldset className="govuk-fieldset repeated-row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {figure ? figure.label : `Another figure (row ${index + 1})`}
      </legend>
      <div className="repeated-fields">
        <SelectField
          name={`${name}part`}
          label="Belongs to"
          options={Object.entries(contextParts).map(([value, { label }]) => ({ value, label }))}
          defaultValue={figure?.part}
        />
        <TextField
          name={`${name}label`}
          label="What it counts"
          defaultValue={figure?.label}
          autoComplete="off"
        />
        <TextField
          name={`${name}figure`}
          label="Figure"
          width="short"
          defaultValue={figure?.figure}
          autoComplete="off"
        />
        <TextField
          name={`${name}source`}
          label="Source"
          defaultValue={figure?.source}
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
}
