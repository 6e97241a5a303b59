import { seenOfUpload, uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { sheetKinds } from "@/domain/import/sheets/targets";
import type { Manner } from "./calls";
import * as forms from "./forms";
import type { Random } from "./random";
import type { Actor, Team } from "./team";
import { oddNumber, oddText } from "./values";

/* The forms on an upload that is there: the lead whose it is plays with it, and others try to. */

const targets = ["case_ref", "sample", "case_type", "incident_type", "neglect", ""];

function columns(r: Random): forms.Fields {
  return [
    ["sheets", r.one(["1", "0", oddNumber(r)])],
    ["sample", r.one(["", "2011", oddText(r)])],
    ["sheets.0.kind", r.one([...Object.keys(sheetKinds), "", oddText(r)])],
    ["sheets.0.headerLine", r.one(["1", "1", "2", oddNumber(r)])],
    ["sheets.0.lastLine", r.one(["", "", "2", oddNumber(r)])],
    ["sheets.0.columns", r.one(["4", "4", oddNumber(r)])],
    ...targets.map((_, index): [string, string] => [
      `sheets.0.columns.${index}`,
      r.one([...targets, oddText(r)]),
    ]),
  ];
}

const ofUpload =
  (fields: (r: Random) => forms.Fields): Manner["make"] =>
  (r: Random, team: Team, _: Actor) => [
    r.chance(0.9) ? uploadOfTests : r.one(team.spare),
    forms.shownBefore(r),
    forms.sent(r, fields(r)),
  ];

/** How the actions on uploads and imports are called. Reading one starts a process, so it is rare. */
export const calls: Readonly<Record<string, Manner>> = {
  matchColumnsAction: { by: ["Lea", "Cora"], often: 0.1, make: ofUpload(columns) },
  matchValuesAction: {
    by: ["Lea", "Cora"],
    often: 0.1,
    make: ofUpload((r) => {
      const seen = r.chance(0.9) ? seenOfUpload() : oddText(r);
      return [
        ["seen", seen],
        [`values.${seen}.0.0`, r.one(["public_s31", "blank", "", oddText(r)])],
        [`values.${seen}.1.0`, r.one(["suicide", "blank", oddText(r)])],
      ];
    }),
  },
  readAgainAction: { by: ["Lea", "Cora"], often: 0.05, make: ofUpload(() => []) },
  importUploadAction: {
    by: ["Cora", "Adi"],
    often: 0.3,
    make: ofUpload((r) => [
      ["reason", r.one(["", "A slip", oddText(r)])],
      ["seen", oddText(r)],
      ["part", r.one(["", "changesAfter=100", "totalsAfter=0", oddText(r)])],
    ]),
  },
  discardUploadAction: { by: ["Cora", "Adi"], often: 0.2, make: ofUpload(() => []) },
  undoImportAction: {
    by: ["Lea", "Cora"],
    often: 0.3,
    make: ofUpload((r) => [["reason", r.one(["", "A slip", oddText(r)])]]),
  },
};
