import { describe, expect, it } from "vitest";
import { firstCodeLists, readCodeList } from "./code-lists";
import { editCodeList, type TypedValue, typedValue } from "./edit";
import { editInWords } from "./words";

const { case_type: caseTypes, incident_type: incidentTypes, methodology } = firstCodeLists;
const typed = methodology.values.map((value) => typedValue(methodology, value));
const fresh: TypedValue = {
  key: "",
  label: "",
  offered: "yes",
  mergedInto: "",
  lawGroup: "",
  asksWhich: "",
  fatal: "",
};

/** The form of the list with changes to some of its values, by key, and new values. */
const form = (changes: Record<string, Partial<TypedValue>>, ...more: Partial<TypedValue>[]) => [
  ...typed.map((value) => ({ ...value, ...changes[value.key] })),
  ...more.map((value) => ({ ...fresh, ...value })),
];

const problemsOf = (...args: Parameters<typeof form>) => {
  const outcome = editCodeList(methodology, form(...args));
  return outcome.kind === "refused"
    ? outcome.problems.map(({ field, message }) => [field, message])
    : outcome.kind;
};

const valuesAfter = (...args: Parameters<typeof form>) => {
  const outcome = editCodeList(methodology, form(...args));
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  // What can be edited can be stored and read again.
  return readCodeList("methodology", 2, outcome.value).values;
};

const wordsAfter = (...args: Parameters<typeof form>) =>
  editInWords(methodology.values, valuesAfter(...args));

describe("an edit of a code list", () => {
  it("that changes nothing gives the list as it was", () => {
    expect(valuesAfter({}, {})).toEqual(methodology.values);
    expect(wordsAfter({}, {})).toEqual([]);
  });

  it("renames a value, whose key stays", () => {
    const renamed = { scie: { label: " Learning together " } };
    expect(valuesAfter(renamed)[2]).toMatchObject({ key: "scie", label: "Learning together" });
    expect(wordsAfter(renamed)).toEqual(["“SCIE” is now “Learning together”"]);
  });

  it("adds values at the end, with keys made from their names", () => {
    const added = valuesAfter(
      {},
      { label: "Section 20, agreed" },
      { label: "Scie!" },
      { label: "?" },
    );
    expect(added.slice(4)).toEqual([
      { key: "section_20_agreed", label: "Section 20, agreed", offered: true, mergedInto: null },
      { key: "scie_2", label: "Scie!", offered: true, mergedInto: null },
      { key: "value", label: "?", offered: true, mergedInto: null },
    ]);
    expect(wordsAfter({}, { label: "Desk review" })).toEqual(["“Desk review” is new"]);
  });

  it("merges a value into another, which takes along what was merged into it before", () => {
    const once = { hybrid: { mergedInto: "scie" } };
    expect(valuesAfter(once)[1]).toMatchObject({ offered: false, mergedInto: "scie" });
    expect(wordsAfter(once)).toEqual(["“Hybrid” counts as “SCIE”"]);
    const twice = { ...once, scie: { mergedInto: "unclear" } };
    expect(valuesAfter(twice).map(({ mergedInto }) => mergedInto)).toEqual([
      null,
      "unclear",
      "unclear",
      null,
    ]);
  });

  it("takes a value out of what is offered, and gives it back", () => {
    const gone = { scie: { offered: "" } };
    expect(wordsAfter(gone)).toEqual(["“SCIE” is no longer offered"]);
    expect(editInWords(valuesAfter(gone), valuesAfter({}))).toEqual(["“SCIE” is offered again"]);
    expect(editInWords(valuesAfter({ hybrid: { mergedInto: "scie" } }), valuesAfter({}))).toEqual([
      "“Hybrid” stands for itself again",
    ]);
  });

  it.each<[string, Parameters<typeof form>, [string, string][]]>([
    [
      "without a name",
      [{ scie: { label: " " } }],
      [["values.2.label", "Enter a name for this value"]],
    ],
    [
      "with a name that is too long",
      [{}, { label: "x".repeat(101) }],
      [["values.4.label", "Shorten this name to 100 characters"]],
    ],
    [
      "with a name that has a character which cannot be shown",
      [{}, { label: "Scie\0 2" }],
      [["values.4.label", "Take out the character that cannot be shown, or type this text anew"]],
    ],
    [
      "with a name that stands there already",
      [{}, { label: "scie" }],
      [["values.4.label", "“scie” stands in the list already"]],
    ],
    [
      "merged into itself",
      [{ scie: { mergedInto: "scie" } }],
      [["values.2.mergedInto", "Select another value that is offered"]],
    ],
    [
      "merged into one that is merged into it",
      [{ scie: { mergedInto: "hybrid" }, hybrid: { mergedInto: "scie" } }],
      [
        ["values.1.mergedInto", "Select another value that is offered"],
        ["values.2.mergedInto", "Select another value that is offered"],
      ],
    ],
    [
      "merged into one that is not offered",
      [{ scie: { mergedInto: "hybrid" }, hybrid: { offered: "" } }],
      [["values.2.mergedInto", "Select another value that is offered"]],
    ],
    [
      "in a list that offers nothing",
      [Object.fromEntries(typed.map(({ key }) => [key, { offered: "" }]))],
      [["values.0.offered", "Offer one value at least"]],
    ],
  ])("refuses a value %s", (_, args, problems) => {
    expect(problemsOf(...args)).toEqual(problems);
  });

  it("refuses a form from before the list was what it is", () => {
    const other = [["", "The list has changed since you opened this page. Open it again."]];
    expect(problemsOf({}, { key: "scoring", label: "Scoring" })).toEqual(other);
    const outcome = editCodeList(methodology, typed.slice(1));
    expect(outcome).toMatchObject({ problems: [{ message: other[0]?.[1] }] });
    expect(editCodeList(methodology, typed.toReversed())).toEqual(outcome);
  });

  it("asks a case type for its law group, and an incident type whether it is fatal", () => {
    const types = caseTypes.values.map((value) => typedValue(caseTypes, value));
    const added = { ...fresh, label: "Adoption", asksWhich: "yes" };
    expect(editCodeList(caseTypes, [...types, added])).toMatchObject({
      problems: [{ field: "values.5.lawGroup", message: "Select the law group" }],
    });
    expect(editCodeList(caseTypes, [...types, { ...added, lawGroup: "public" }])).toMatchObject({
      value: [{}, {}, {}, {}, {}, { key: "adoption", lawGroup: "public", asksWhich: true }],
    });
    const incidents = incidentTypes.values.map((value) => typedValue(incidentTypes, value));
    expect(editCodeList(incidentTypes, [...incidents, { ...fresh, label: "Fire" }])).toMatchObject({
      problems: [{ field: "values.9.fatal", message: "Select whether it is fatal" }],
    });
  });

  it("says when a value counts differently", () => {
    const after = incidentTypes.values.map((one) =>
      one.key === "other" ? { ...one, fatal: true } : one,
    );
    expect(editInWords(incidentTypes.values, after)).toEqual(["“Other” counts differently"]);
  });

  it("tells all of what becomes of a value at once", () => {
    const changed = (key: string, changes: Partial<(typeof incidentTypes.values)[number]>) =>
      incidentTypes.values.map((one) => (one.key === key ? { ...one, ...changes } : one));
    const called = { label: "Another", offered: false, fatal: true };
    expect(editInWords(incidentTypes.values, changed("other", called))).toEqual([
      "“Other” is now “Another”",
      "“Another” is no longer offered",
      "“Another” counts differently",
    ]);
    const merged = { offered: false, mergedInto: "neglect_non_fatal", fatal: true };
    const after = changed("other", merged);
    expect(editInWords(incidentTypes.values, after)).toEqual([
      "“Other” counts as “Neglect (non-fatal)”",
      "“Other” counts differently",
    ]);
    expect(editInWords(after, incidentTypes.values)).toEqual([
      "“Other” stands for itself again",
      "“Other” counts differently",
    ]);
    const types = caseTypes.values.map((one) =>
      one.key === "public_other"
        ? { ...one, offered: false, lawGroup: "private" as const, asksWhich: false }
        : one,
    );
    expect(editInWords(caseTypes.values, types)).toEqual([
      "“Public law, other” is no longer offered",
      "“Public law, other” counts differently",
    ]);
  });
});
