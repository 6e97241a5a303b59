import { DataTable } from "@/components/ui/data-table";
import { NextPage } from "@/components/ui/next-page";
import { type StageKey, StageTag } from "./stage-tag";

export interface CaseLine {
  readonly reference: string;
  readonly sample: string;
  readonly caseType: string;
  readonly incidentType: string;
  readonly stage: StageKey;
  readonly stageLabel: string;
  readonly excluded: boolean;
  /** Whether its agreed ratings came with it, so that nobody needs to code it. */
  readonly imported: boolean;
  readonly coders: number;
  readonly submitted: number;
}

interface Props {
  readonly cases: readonly CaseLine[];
  readonly nextHref: string | null;
  /** Said where no case is shown. */
  readonly empty: string;
}

/** The cases, one a row. All texts are labels. */
export function CaseTable(props: Props) {
  return (
    <>
      <DataTable
        caption="Cases"
        captionHidden
        narrow="cards"
        empty={props.empty}
        columns={[
          { key: "reference", label: "Reference" },
          { key: "sample", label: "Sample" },
          { key: "caseType", label: "Case type" },
          { key: "incidentType", label: "Index incident" },
          { key: "stage", label: "Stage" },
          { key: "coders", label: "Coders" },
        ]}
        rows={props.cases.map((one) => ({
          key: one.reference,
          cells: [
            <a className="govuk-link" href={`/cases/${one.reference}`} key="reference">
              {one.reference}
            </a>,
            one.sample,
            one.caseType,
            one.incidentType,
            <StageTag
              stage={one.stage}
              label={one.stageLabel}
              excluded={one.excluded}
              key="stage"
            />,
            progressOf(one),
          ],
        }))}
      />
      <NextPage href={props.nextHref} />
    </>
  );
}

function progressOf({ coders, submitted, imported }: CaseLine): string {
  if (coders > 0) return `${submitted} of ${coders} submitted`;
  return imported ? "Imported with its ratings" : "None assigned";
}
