import { agreeEverything, caseFor, commit, must, rateAndSubmit } from "@/db/fixtures";
import { draftOf, imported } from "@/db/imports/drafts.fixtures";
import { changeCodeList, currentCodeLists } from "@/db/study/code-lists";
import { listSampleDates, recordSampleDates } from "@/db/study/samples";
import { firstCodeLists } from "@/domain/code-lists/code-lists";
import { type TypedValue, typedValue } from "@/domain/code-lists/edit";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

test("a lead renames, merges and adds case types, and everything follows", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  for (const [reference, caseType] of [
    ["2016-01", "private_wtfh"],
    ["2016-02", "private_wtfh_wafh"],
  ] as const) {
    await caseFor(Lena, reference, [Ann, Bob], { caseType });
    for (const coder of [Ann, Bob]) await rateAndSubmit(coder, reference, "3210000000000");
    await agreeEverything(Lena, reference);
    await commit(Lena, reference);
  }
  const lena = await study.as("Lena");
  await lena.getByRole("link", { name: "Settings" }).click();
  await lena.getByRole("link", { name: "Code lists" }).click();
  await lena.getByRole("link", { name: "Case types" }).click();
  const value = (name: string) => lena.getByRole("group", { name });
  const saveList = lena.getByRole("button", { name: "Save the list" });

  await test.step("a new value needs its law group, and a change its reason", async () => {
    await value("A new value").getByLabel("Name").fill("Adoption");
    await saveList.click();
    await expect(problems(lena).getByRole("link")).toHaveText(["Select the law group"]);
    await expect(value("A new value").getByLabel("Name")).toHaveValue("Adoption");
    await value("A new value").getByLabel("Counts towards").selectOption("Public law");
    await saveList.click();
    await expect(problems(lena).getByRole("link")).toHaveText(["Say why the list is changed"]);
  });

  await test.step("the page says what such a change moves", async () => {
    await expect(lena.getByText("Table 6, case types")).toBeVisible();
    await expect(lena.getByText("Table 10, average risk rating by case type")).toBeVisible();
    await expect(lena.getByText("Table 9, index incidents")).toHaveCount(0);
  });

  await test.step("one is renamed and another merged into it", async () => {
    const first = value("Private law, WTFH only, in 1 case");
    await first.getByLabel("Name").fill("Private law, first hearing");
    await value("Private law, WTFH and WAFH, in 1 case")
      .getByLabel("Counts as")
      .selectOption("Private law, WTFH only");
    await lena.getByLabel("Why is the list changed?").fill("Too few of the second");
    await saveList.click();
    await expect(lena.getByText("Version 2, ")).toBeVisible();
    for (const words of [
      "“Private law, WTFH only” is now “Private law, first hearing”",
      "“Private law, WTFH and WAFH” counts as “Private law, first hearing”",
      "“Adoption” is new",
      "Too few of the second",
    ])
      await expect(lena.getByText(words, { exact: true })).toBeVisible();
  });

  await test.step("cases, tables and forms say so", async () => {
    await lena.goto("/cases");
    await expect(lena.getByRole("cell", { name: "Private law, first hearing" })).toHaveCount(2);
    await lena.goto("/tables");
    const table10 = lena.getByRole("table", { name: /^Table 10/ });
    const row = table10.getByRole("row", { name: /^Private law, first hearing/ });
    await expect(row).toContainText("6.0 (2)");
    await expect(lena.getByText("Private law, WTFH and WAFH")).toHaveCount(0);
    await lena.goto("/cases/new");
    await expect(lena.getByLabel("Adoption")).toBeVisible();
    await expect(lena.getByLabel("Private law, WTFH and WAFH")).toHaveCount(0);
  });

  await test.step("coders and analysts have no such page", async () => {
    for (const name of ["Ann", "Dora"] as const) {
      const page = await study.as(name);
      for (const path of ["/code-lists", "/code-lists/case_type", "/samples"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      }
    }
  });
});

test("a list that somebody else edited meanwhile is not written over, however often it is saved", ({
  study,
}) => savingTwice(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => savingTwice(study));

async function savingTwice(study: Study) {
  const lena = await study.as("Lena");
  await lena.goto("/code-lists/methodology");
  const list = firstCodeLists.methodology;
  const values = list.values
    .map((value) => typedValue(list, value))
    .map((value) => (value.key === "scie" ? { ...value, label: "Systems model" } : value));
  must(
    await changeCodeList(study.people.Lena, "methodology", {
      ...{ seenVersion: 1, reason: "Its full name" },
      values: [...values, { ...values[0], key: "", label: "Desk review" } as TypedValue],
    }),
  );
  const hybrid = lena.getByRole("group", { name: "Hybrid" }).getByLabel("Name");
  await hybrid.fill("Mixed");
  await lena.getByLabel("Why is the list changed?").fill("As the report has it");
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await lena.getByRole("button", { name: "Save the list" }).click();
      await expect(problems(lena)).toContainText(
        "Somebody else has changed this list since you opened it: “SCIE” is now “Systems model”, “Desk review” is new.",
      );
      await expect(hybrid).toHaveValue("Mixed");
      await expect(lena.getByLabel("Why is the list changed?")).toHaveValue("As the report has it");
    });
  expect((await currentCodeLists()).methodology.values.map(({ label }) => label)).toEqual([
    ...["Traditional", "Hybrid", "Systems model", "Unclear", "Desk review"],
  ]);

  await test.step("opened again, the list can be saved, and stands in its form as it is kept", async () => {
    await lena.goto("/code-lists/methodology");
    await hybrid.fill("Mixed");
    await lena.getByLabel("Why is the list changed?").fill("As the report has it");
    await lena.getByRole("button", { name: "Save the list" }).click();
    await expect(lena.getByText("“Hybrid” is now “Mixed”", { exact: true })).toBeVisible();
    await expect(lena.getByLabel("Why is the list changed?")).toHaveValue("");
  });
}

test("samples that somebody else changed meanwhile are not written over, and nothing typed is lost", {
  tag: "@nojs",
}, async ({ study }) => {
  await caseFor(study.people.Lena, "2016-01", [], { sample: "2016" });
  const lena = await study.as("Lena");
  await lena.goto("/samples");
  const meanwhile = { name: "2016", startsOn: "1 April 2015", endsOn: "" };
  must(await recordSampleDates(study.people.Lena, [meanwhile]));
  const sample = lena.getByRole("group", { name: "Sample 2016, 1 case" });
  await sample.getByLabel("First day").fill("1 May 2015");
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await lena.getByRole("button", { name: "Save the samples" }).click();
      await expect(problems(lena)).toContainText("Somebody else has changed the samples");
      await expect(sample.getByLabel("First day")).toHaveValue("1 May 2015");
    });
  expect(await listSampleDates(study.people.Lena)).toMatchObject([{ startsOn: "2015-04-01" }]);
});

test("a lead says when the submissions of a sample came in", async ({ study }) => {
  await caseFor(study.people.Lena, "2016-01", [], { sample: "2016" });
  const lena = await study.as("Lena");
  await lena.goto("/samples");
  const sample = lena.getByRole("group", { name: "Sample 2016, 1 case" });
  await sample.getByLabel("First day").fill("1/4/2015");
  await sample.getByLabel("Last day").fill("31 March 2015");
  await lena.getByRole("button", { name: "Save the samples" }).click();
  await expect(problems(lena)).toContainText(
    "Sample 2016, last day: enter a day that is not before the first",
  );
  await expect(sample.getByLabel("Last day")).toHaveValue("31 March 2015");
  await sample.getByLabel("Last day").fill("31 March 2016");
  await lena.getByRole("group", { name: "A new sample" }).getByLabel("Name").fill("2017");
  await lena.getByRole("button", { name: "Save the samples" }).click();
  await expect(lena.getByRole("group", { name: "Sample 2017, 0 cases" })).toBeVisible();
  await expect(sample.getByLabel("First day")).toHaveValue("1 April 2015");
});

test("what an import brought into a list goes when it is undone, and the page names what stays", async ({
  study,
}) => {
  const { Lena } = study.people;
  const value = (key: string, label: string) => ({ key, label, offered: true, mergedInto: null });
  const lists = { methodology: [value("desk", "Desk review"), value("panel", "Panel")] };
  const { facts } = draftOf("");
  await imported(Lena, [draftOf("2012-01")]);
  const drafts = ["2012-02", "2012-03"].map((reference, at) =>
    draftOf(reference, { facts: { ...facts, methodology: at === 0 ? "desk" : "panel" } }),
  );
  const id = await imported(Lena, drafts, { lists });
  // Another case has it by now.
  await imported(Lena, [draftOf("2012-01", { facts: { methodology: "desk" } })]);
  const lena = await study.as("Lena");
  await lena.goto(`/imports/${id}`);
  const summary = lena.locator("dl");
  await expect(summary).toContainText("SCR methodologies: “Panel” is new");
  await lena.getByText("Undo this import").click();
  await lena.getByLabel("Why is it undone?").fill("The wrong file");
  await lena.getByRole("button", { name: "Undo the import" }).click();
  await expect(lena.getByText(/^Undone on/)).toBeVisible();
  const left = summary.locator("div").filter({ hasText: "Left in the code lists" });
  await expect(left.locator("dd")).toHaveText("SCR methodologies: “Desk review” is new");
  await lena.goto("/code-lists/methodology");
  await expect(lena.getByRole("group", { name: "Desk review, in 1 case" })).toBeVisible();
  await expect(lena.getByRole("group", { name: /^Panel/ })).toHaveCount(0);
  await expect(lena.getByText("“Panel” is no longer there", { exact: true })).toBeVisible();
});

test("the values of a list are told apart, also those with commas", async ({ study }) => {
  const lena = await study.as("Lena");
  await lena.goto("/code-lists");
  await expect(
    lena.getByText("Public law, s31; Public law, other; Private law, WTFH only;"),
  ).toBeVisible();
});
