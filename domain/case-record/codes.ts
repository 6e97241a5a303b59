import { type CodeListName, type CodeLists, valueFor } from "../code-lists/code-lists";
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
