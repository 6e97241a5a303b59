import type { Stage } from "@/db/blinding.stages";
import type { Person } from "./scene";

/** Where a write may claim to come from, or not say. None of them is a page of Concord. */
export function foreignOrigins(url: string): (string | undefined)[] {
  const { port } = new URL(url);
  return [
    undefined,
    "",
    "null",
    "https://elsewhere.example",
    `${url}.elsewhere.example`,
    `http://127.0.0.1:${Number(port) - 1}`,
    `http://127.0.0.1`,
    "not an address",
  ];
}

/** For each action somebody who may, a case where they may, and what then comes of it. */
export const doable: Readonly<Record<string, readonly [Person, Stage, string]>> = {
  acceptAction: ["lead who does not", "open", "accepted"],
  addPersonAction: ["admin only", "open", "added"],
  agreeAction: ["lead who does not", "open", "agreed"],
  assignAction: ["lead who does not", "open", "assigned"],
  assignAsPlannedAction: ["lead who does not", "open", "assigned"],
  beginSecondFactorAction: ["analyst", "open", "begun"],
  beginSecondLookAction: ["lead who does not", "held", "begun"],
  changeAccountAction: ["admin only", "open", "roles"],
  changeCodeListAction: ["lead who does not", "open", "list"],
  changePasswordAction: ["analyst", "open", "password"],
  changeTeamSettingsAction: ["lead who does not", "open", "second"],
  commitAction: ["lead who does not", "agreed", "→commit"],
  confirmCommitAction: ["lead who does not", "agreed", "committed"],
  confirmSecondFactorAction: ["analyst", "open", "too-late"],
  dissentAction: ["coder, first in", "agreed", "dissent"],
  endSecondLookAction: ["lead who does not", "second-look", "ended*"],
  giveFirstPasswordAction: ["admin only", "open", "password"],
  goOnWithoutAction: ["lead who does not", "two-in", "went-on*"],
  handBackAction: ["lead who codes it", "two-in", "given-back*"],
  holdOpeningAction: ["lead who does not", "coding", "held"],
  lookAction: ["lead who does not", "open", "other"],
  makePrecedentAction: ["lead who does not", "agreed", "precedent"],
  makeReleaseAction: ["lead who does not", "open", "released"],
  openCaseAction: ["lead who does not", "held", "*"],
  rateAction: ["coder, last in", "one-in", "saved"],
  recordSampleDatesAction: ["lead who does not", "open", "sample"],
  registerCaseAction: ["lead who does not", "open", "registered+assigned"],
  removeSecondFactorAction: ["analyst", "open", "too-late"],
  removeSecondFactorOfAction: ["admin only", "open", "factor-off"],
  renewRecoveryCodesAction: ["analyst", "open", "too-late"],
  reopenAction: ["lead who does not", "committed", "reopened"],
  replaceCoderAction: ["lead who does not", "open", "replaced+assigned"],
  requireSecondFactorAction: ["admin only", "open", "refused"],
  saveDraftAction: ["coder, last in", "one-in", "saved"],
  saveNotesAction: ["coder, last in", "open", "noted"],
  saveSectionAction: ["lead who does not", "open", "record"],
  secondLookAction: ["coder, last in", "second-look", "saved"],
  sendBackAction: ["lead who does not", "agreed", "too-late"],
  setDaysToRateAction: ["lead who does not", "open", "days"],
  showNamesAction: ["lead who does not", "open", "names"],
  submitAction: ["lead who codes it", "two-in", "submitted*"],
  submitSecondLookAction: ["coder, last in", "second-look", "again"],
  takeBackAction: ["coder, first in", "one-in", "taken-back"],
  takePrecedentBackAction: ["lead who does not", "committed", "unmade"],
  withdrawDissentAction: ["coder, last in", "agreed", "withdrawn"],
};
