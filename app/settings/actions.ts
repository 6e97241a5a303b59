"use server";

import { actOnForm, goToTell, problemsOn, resultOn, textOf } from "@/app/act";
import { before, fields, taking } from "@/app/arguments";
import { searchOf } from "@/app/query";
import { setRequirement } from "@/db/practice-cases/requirement";
import { changeTeamSettings } from "@/db/study/team";
import { licenceFrom } from "@/domain/dataset/licence";
import { readRequirement } from "@/domain/practice-cases/requirement";
import { withheldUpToFrom } from "@/domain/tables/withheld-up-to";

/** Changes how the team works. */
export const changeTeamSettingsAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const answer = textOf(form, "secondPerson");
    if (answer !== "yes" && answer !== "no")
      return problemsOn(form, [{ field: "secondPerson", message: "Select yes or no" }]);
    const withheldUpTo = withheldUpToFrom(textOf(form, "withheldUpTo"));
    if (typeof withheldUpTo !== "number") return problemsOn(form, [withheldUpTo]);
    const typed = { title: textOf(form, "licence"), address: textOf(form, "licenceAddress") };
    const licence = resultOn(form, licenceFrom(typed));
    if (!("value" in licence)) return licence;
    const settings = {
      secondPersonConfirms: answer === "yes",
      withheldUpTo,
      licence: licence.value,
    };
    const seen = textOf(form, "seen");
    const result = resultOn(form, await changeTeamSettings(viewer, settings, seen));
    if (!("value" in result)) return result;
    return goToTell(`/settings${searchOf({ after: seen || "none" })}`, { kind: "settings saved" });
  });
});

/** Changes what practice is required before live coding. */
export const changeRequirementAction = taking([before, fields], async (_, form) => {
  return actOnForm(form, async (viewer) => {
    const read = readRequirement({
      required: textOf(form, "practiceRequired"),
      cases: textOf(form, "practiceCases"),
      percent: textOf(form, "practicePercent"),
    });
    const seen = textOf(form, "seen");
    const outcome = read.kind === "done" ? await setRequirement(viewer, read.value, seen) : read;
    const result = resultOn(form, outcome);
    if (!("value" in result)) return result;
    const page = `/settings${searchOf({ required: seen || "none" })}`;
    return goToTell(page, { kind: "requirement set" });
  });
});
