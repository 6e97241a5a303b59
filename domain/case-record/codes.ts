import {
  type CodeList,
  type CodeListName,
  type CodeLists,
  valueFor,
} from "../code-lists/code-lists";
import type { CaseRecord } from "./case-record";

type Change = (list: CodeListName, key: string) => string;

function changeCodes(record: CaseRecord, change: Change): CaseRecord {
  const orNull = (list: CodeListName, key: string | null) =>
    key === null ? null : change(list, key);
  return {
    ...record,
    submissionKind: orNull("submission_kind", record.submissionKind),
    methodology: orNull("methodology", record.methodology),
    caseType: change("case_type", record.caseType),
    involvement: orNull("involvement", record.involvement),
    incidentType: change("incident_type", record.incidentType),
    practice: record.practice.map((point) => ({
      ...point,
      theme: change("practice_theme", point.theme),
    })),
    actions: record.actions.map((action) => ({
      ...action,
      status: orNull("action_status", action.status),
    })),
  };
}

/**
 * A record with the keys that its values count as now: what was merged is the other value. Throws
 * when a key is in no list, so that none can be stored.
 */
export function withCurrentCodes(record: CaseRecord, lists: CodeLists): CaseRecord {
  return changeCodes(record, (list, key) => valueFor(lists[list], key).key);
}

/** Whether facts have a key that its list does not have: an import can be undone that brought it. */
export function hasGoneCodes(facts: Partial<CaseRecord>, lists: CodeLists): boolean {
  const keys: Readonly<Record<CodeListName, readonly (string | null | undefined)[]>> = {
    submission_kind: [facts.submissionKind],
    methodology: [facts.methodology],
    case_type: [facts.caseType],
    involvement: [facts.involvement],
    incident_type: [facts.incidentType],
    practice_theme: (facts.practice ?? []).map(({ theme }) => theme),
    action_status: (facts.actions ?? []).map(({ status }) => status),
  };
  return (Object.keys(keys) as CodeListName[]).some((name) => {
    const { values }: CodeList = lists[name];
    const isGone = (given: string) => !values.some(({ key }) => key === given);
    return keys[name].some((given) => typeof given === "string" && isGone(given));
  });
}
