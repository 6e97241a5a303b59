import { practiceKinds } from "../case-record/case-record";
import { orNull } from "./agreed-ratings";
import { codesOf, fixedCodes } from "./codes";
import { caseRef, type TableKind } from "./table";

/** Strengths and shortcomings of practice, a row for each. */
export const practice: TableKind = {
  name: "practice",
  title: "Practice strengths and shortcomings",
  description: "What is said of practice in each case.",
  key: ["case_ref", "point"],
  fields: ({ lists }) => [
    caseRef,
    {
      type: "integer",
      least: 1,
      name: "point",
      label: "Point",
      description: "The number of the point within the case.",
    },
    {
      type: "code",
      name: "kind",
      label: "Strength or shortcoming",
      description: "Which of the two it is.",
      codes: fixedCodes(practiceKinds),
    },
    {
      type: "code",
      name: "theme",
      label: "Theme",
      description: "What it is about.",
      codes: codesOf(lists.practice_theme),
    },
    {
      type: "text",
      free: true,
      name: "description",
      label: "What shows it",
      description: "In the words of the team.",
    },
  ],
  rowsOf: (_, { reference, record }) =>
    record.practice.map(({ kind, theme, description }, index) => ({
      case_ref: reference,
      point: index + 1,
      kind,
      theme,
      description: orNull(description),
    })),
};

/** Actions, a row for each. */
export const actions: TableKind = {
  name: "actions",
  title: "Actions",
  description: "What was done, or is to be done, because of each case.",
  key: ["case_ref", "action"],
  fields: ({ lists }) => [
    caseRef,
    {
      type: "integer",
      least: 1,
      name: "action",
      label: "Action",
      description: "The number of the action within the case.",
    },
    {
      type: "text",
      free: true,
      name: "description",
      label: "The action",
      description: "In the words of the team.",
    },
    {
      type: "code",
      name: "status",
      label: "Status",
      description: "How far it is.",
      codes: codesOf(lists.action_status),
    },
  ],
  rowsOf: (_, { reference, record }) =>
    record.actions.map(({ description, status }, index) => ({
      case_ref: reference,
      action: index + 1,
      description,
      status,
    })),
};
