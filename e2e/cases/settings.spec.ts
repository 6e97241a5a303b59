import { must, saveSettings } from "@/db/fixtures";
import { practiceCaseFor, saveRequirement } from "@/db/practice-cases/practice.fixtures";
import { getRequirement } from "@/db/practice-cases/requirement";
import { getTeamSettings } from "@/db/study/team";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

test("settings that another lead changed meanwhile are not written over, however often they are saved", ({
  study,
}) => savingTwice(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => savingTwice(study));

async function savingTwice(study: Study) {
  const { Lena } = study.people;
  const lena = await study.as("Lena");
  const licence = lena.getByLabel("Under what licence may the data be used?");
  const address = lena.getByLabel("Where can the licence be read?");
  const write = async () => {
    await licence.fill("CC BY 4.0");
    await address.fill("https://creativecommons.org/licenses/by/4.0/");
    await lena.getByRole("button", { name: "Save", exact: true }).click();
  };
  await lena.goto("/settings");
  must(await saveSettings(Lena, { secondPersonConfirms: true, withheldUpTo: 3 }));
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await write();
      await expect(problems(lena)).toContainText(
        "Somebody else has changed these settings since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.",
      );
      await expect(licence).toHaveValue("CC BY 4.0");
    });
  const held = { secondPersonConfirms: true, withheldUpTo: 3, licence: null };
  expect(await getTeamSettings(Lena)).toEqual(held);

  await test.step("opened again they can be saved, and stand in their form as they are kept", async () => {
    await lena.goto("/settings");
    await write();
    await expect(lena.getByText("The licence of the data is CC BY 4.0.")).toBeVisible();
    await expect(problems(lena)).toHaveCount(0);
    await lena.getByLabel("Which counts are too small to be published?").fill("4");
    await lena.getByRole("button", { name: "Save", exact: true }).click();
    await expect(lena.getByText("leaves out counts from 1 to 4")).toBeVisible();
  });
}

test("what is typed wrong in the settings is told with what is asked for", {
  tag: "@nojs",
}, async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/settings");
  await expect(lena.getByLabel("Where can the licence be read? (if you name one)")).toBeVisible();
  await lena.getByLabel("Which counts are too small to be published?").fill("21");
  await lena.getByRole("button", { name: "Save", exact: true }).click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "Enter the largest count that is too small, a whole number from 1 to 20",
  ]);
  await lena.goto("/settings");
  const group = { name: "Must coders practise before they begin a case?" };
  await lena.getByRole("group", group).getByLabel("Yes").check();
  await lena.getByLabel("On how many practice cases?").fill("none");
  await lena.getByLabel("How much exact agreement on each of them").fill("101");
  await lena.getByRole("button", { name: "Set what is required" }).click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "Enter on how many practice cases, a whole number from 1 to 20",
    "Enter how much exact agreement in percent, a whole number from 1 to 100",
  ]);
});

test("what practice is required is not written over where another lead set it meanwhile", {
  tag: "@nojs",
}, async ({ study }) => {
  const { Lena } = study.people;
  await practiceCaseFor(Lena);
  await practiceCaseFor(Lena);
  const lena = await study.as("Lena");
  await lena.goto("/settings");
  must(await saveRequirement(Lena, { cases: 1, percent: 90 }));
  const group = { name: "Must coders practise before they begin a case?" };
  const yes = lena.getByRole("group", group).getByLabel("Yes");
  await yes.check();
  await lena.getByLabel("On how many practice cases?").fill("2");
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await lena.getByRole("button", { name: "Set what is required" }).click();
      await expect(problems(lena)).toContainText("Somebody else has changed what is required");
      await expect(yes).toBeChecked();
      await expect(lena.getByLabel("On how many practice cases?")).toHaveValue("2");
    });
  expect(await getRequirement(Lena)).toEqual({ cases: 1, percent: 90 });
});
