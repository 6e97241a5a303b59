import { codeOptions, optionsOf } from "@/app/cases/words";
import { RecordWarnings } from "@/components/case-record/record-warnings";
import {
  ActionRows,
  ChildRows,
  PeriodRows,
  PracticeRows,
  type RowValues,
} from "@/components/case-record/section-rows";
import { SampleField } from "@/components/cases/sample-field";
import { RadiosField } from "@/components/ui/radios-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import {
  type CaseRecord,
  practiceKinds,
  type Section,
  subjects,
} from "@/domain/case-record/case-record";
import { untold } from "@/domain/case-record/own-words";
import { childrenLeftOut } from "@/domain/case-record/warnings";
import { factLabels } from "@/domain/case-record/words";
import { childOutcomes, motherAgeBands, sexes } from "@/domain/cases";
import { type CodeLists, choicesOf } from "@/domain/code-lists/code-lists";
import { dayInWords } from "@/domain/dates";

interface Props {
  readonly record: CaseRecord;
  readonly lists: CodeLists;
  /** The samples that there are. */
  readonly samples: readonly string[];
}

/** The fields of one section, with what is recorded in them. */
export function SectionFields({ section, ...props }: Props & { section: Section }) {
  const Fields = fields[section];
  return <Fields {...props} />;
}

const fields: Record<Section, (props: Props) => React.ReactNode> = {
  case: CaseFields,
  involvement: InvolvementFields,
  incident: IncidentFields,
  children: ChildrenFields,
  practice: PracticeFields,
  actions: ActionFields,
  analysis: AnalysisFields,
};

const notRecorded = "Not recorded";

function CaseFields({ record, lists, samples }: Props) {
  return (
    <>
      <SampleField known={samples} defaultValue={record.sample} />
      <SelectField
        name="submissionKind"
        label="Kind of submission"
        empty={notRecorded}
        options={codeOptions(lists.submission_kind, record.submissionKind)}
        defaultValue={record.submissionKind ?? ""}
      />
      <SelectField
        name="methodology"
        label="SCR methodology"
        hint="Select the one that fits most closely, and “Unclear” only where the submission does not say enough to tell"
        empty={notRecorded}
        options={codeOptions(lists.methodology, record.methodology)}
        defaultValue={record.methodology ?? ""}
      />
      <RadiosField
        name="caseType"
        legend="Case type"
        options={codeOptions(lists.case_type, record.caseType)}
        defaultValue={record.caseType}
      />
      <TextField
        name="caseTypeDetail"
        label={factLabels.caseTypeDetail}
        hint={`${typesAsking(lists)}. For example, which other public law proceedings`}
        autoComplete="off"
        defaultValue={record.caseTypeDetail}
        watched
      />
    </>
  );
}

// The case types that do not say which kind a case was, as a lead has named them.
function typesAsking({ case_type }: CodeLists): string {
  const asking = choicesOf(case_type).filter(({ asksWhich }) => asksWhich);
  return `Only for ${asking.map(({ label }) => `“${label}”`).join(" and ") || "a case type that asks"}`;
}

function InvolvementFields({ record, lists }: Props) {
  const periods: RowValues = record.periods.map(({ startDate, endDate, subject }) => ({
    startDate: dayInWords(startDate),
    endDate: endDate === null ? "" : dayInWords(endDate),
    subject: subject ?? "",
  }));
  return (
    <>
      <SelectField
        name="involvement"
        label="Involvement with the index child"
        empty={notRecorded}
        options={codeOptions(lists.involvement, record.involvement)}
        defaultValue={record.involvement ?? ""}
      />
      <h2>Periods</h2>
      <PeriodRows periods={periods} subjects={optionsOf(subjects)} />
    </>
  );
}

function IncidentFields({ record, lists }: Props) {
  return (
    <>
      <SelectField
        name="incidentType"
        label="Index incident type"
        options={codeOptions(lists.incident_type, record.incidentType)}
        defaultValue={record.incidentType}
      />
      <TextArea
        name="incidentRationale"
        label="Why this type (optional)"
        hint="What in the submission it rests on, and the page or paragraph"
        defaultValue={record.incidentRationale}
        rows={4}
      />
    </>
  );
}

function ChildrenFields({ record }: Props) {
  const children: RowValues = record.children.map(({ ageYears, sex, outcome }) => ({
    ageYears: ageYears === null ? "" : String(ageYears),
    sex: sex ?? "",
    outcome: outcome ?? "",
  }));
  return (
    <>
      <RecordWarnings page={null} warnings={childrenLeftOut(record)} />
      <h2>Index children</h2>
      <ChildRows
        indexChildren={children}
        sexes={optionsOf(sexes)}
        outcomes={optionsOf(childOutcomes)}
      />
      <h2>{factLabels.motherAge}</h2>
      <TextField
        name="motherAge"
        label="Mother’s age in years"
        width="short"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={record.motherAge === null ? "" : String(record.motherAge)}
      />
      <SelectField
        name="motherAgeBand"
        label={factLabels.motherAgeBand}
        empty={notRecorded}
        options={optionsOf(motherAgeBands)}
        defaultValue={record.motherAgeBand ?? ""}
      />
    </>
  );
}

function PracticeFields({ record, lists }: Props) {
  const { practice } = record;
  const themes = practice.map(({ theme }) => theme);
  return (
    <PracticeRows
      practice={practice.map((point) => ({ ...point }))}
      kinds={optionsOf(practiceKinds)}
      themes={codeOptions(lists.practice_theme, ...themes)}
    />
  );
}

function ActionFields({ record, lists }: Props) {
  const { actions } = record;
  const statuses = actions.map(({ status }) => status);
  return (
    <ActionRows
      actions={actions.map(({ description, status }) => ({ description, status: status ?? "" }))}
      statuses={codeOptions(lists.action_status, ...statuses)}
    />
  );
}

function AnalysisFields({ record }: Props) {
  return (
    <>
      <RadiosField
        name="included"
        legend="Is the case in the analysis?"
        hint="An excluded case still counts as a submission. It can come back at any time."
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No, exclude it" },
        ]}
        defaultValue={record.included ? "yes" : "no"}
      />
      <TextArea
        name="exclusionReason"
        label={factLabels.exclusionReason}
        hint="Only for an excluded case. It is in files of the dataset, so say nothing of how anybody rated the case."
        defaultValue={record.exclusionReason === untold ? "" : record.exclusionReason}
        rows={2}
      />
    </>
  );
}
