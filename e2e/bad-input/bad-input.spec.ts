import { listCases } from "@/db/cases/case-list";
import { caseFor } from "@/db/fixtures";
import { listPeople } from "@/db/people/people";
import { listSampleDates } from "@/db/study/samples";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

test("a slip in the name of a sample makes none", ({ study }) => slipInASample(study));
test("nor does it without scripts", { tag: "@nojs" }, ({ study }) => slipInASample(study));

async function slipInASample(study: Study) {
  const { Lena } = study.people;
  await caseFor(Lena, "2016-01", []);
  const lena = await study.as("Lena");
  const asked = "There is no sample 2105 yet. Correct it, or tick that it is a new sample";
  const samples = async () => (await listSampleDates(Lena))?.map(({ name }) => name);
  const sample = lena.getByLabel("Sample", { exact: true });

  await test.step("when a case is registered", async () => {
    await lena.goto("/cases/new");
    await expect(sample).toHaveAccessibleDescription(/Samples so far: 2016\./);
    await lena.getByLabel("Reference").fill("2015-01");
    await sample.fill("2105");
    await lena.getByLabel("Private law, WTFH only").check();
    await lena.getByLabel("Index incident type").selectOption("Suicide");
    await lena.getByRole("button", { name: "Register the case" }).click();
    await expect(problems(lena).getByRole("link")).toHaveText([asked]);
    await expect(lena.getByLabel("2105 is a new sample")).not.toBeChecked();
    await sample.fill("2016");
    await lena.getByRole("button", { name: "Register the case" }).click();
    await expect(lena.getByRole("heading", { name: "2015-01" })).toBeVisible();
    expect(await samples()).toEqual(["2016"]);
  });

  await test.step("nor when a record is changed, and a name that was meant is ticked", async () => {
    const save = lena.getByRole("button", { name: "Save", exact: true }).last();
    await lena.goto("/cases/2015-01/record/case");
    await sample.fill("2105");
    await save.click();
    await expect(problems(lena).getByRole("link")).toHaveText([asked]);
    await lena.getByLabel("2105 is a new sample").check();
    await sample.fill("2015");
    await save.click();
    await expect(problems(lena)).toContainText("There is no sample 2015 yet.");
    await lena.getByLabel("2015 is a new sample").check();
    await save.click();
    await expect(lena.getByRole("heading", { name: "Record of case 2015-01" })).toBeVisible();
    expect(await samples()).toEqual(["2015", "2016"]);
  });
}

test("registration says what is missing or wrong, and keeps what was typed", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  const lena = await study.as("Lena");
  await lena.goto("/cases/new");
  const register = lena.getByRole("button", { name: "Register the case" });
  const reference = lena.getByLabel("Reference");

  await test.step("an empty form: a problem on top and beside each field", async () => {
    await register.click();
    await expect(problems(lena).getByRole("listitem")).toHaveText([
      "Enter a reference, such as 2015-07",
      "Enter the sample, such as 2015",
      "Select the case type",
      "Select the index incident type",
    ]);
    await expect(lena.locator(":focus")).toContainText("There is a problem");
    await expect(reference).toHaveAccessibleDescription(/Error: Enter a reference, such as/);
    await expect(lena.getByLabel("Sample")).toHaveAccessibleDescription(/Error: Enter the sample/);
    await expect(lena.getByRole("group", { name: "Case type" })).toHaveAccessibleDescription(
      "Error: Select the case type",
    );
    await expect(lena.getByLabel("Index incident type")).toHaveAccessibleDescription(
      "Error: Select the index incident type",
    );
    await problems(lena).getByRole("link", { name: "Select the case type" }).click();
    await expect(lena.getByLabel("Public law, s31")).toBeFocused();
  });

  await test.step("one coder is too few; radios, list and boxes keep what was chosen", async () => {
    await reference.fill("2016-02");
    await lena.getByLabel("Sample").fill("2016");
    await lena.getByLabel("Private law, WTFH only").check();
    await lena.getByLabel("Index incident type").selectOption("Suicide");
    await lena.getByLabel("Cy", { exact: true }).check();
    await register.click();
    await expect(problems(lena).getByRole("listitem")).toHaveText([
      "Select at least two coders: a case needs two to be reconciled",
    ]);
    await expect(lena.getByRole("group", { name: "Coders" })).toHaveAccessibleDescription(
      /Error: Select at least two coders/,
    );
    await expect(reference).toHaveValue("2016-02");
    await expect(lena.getByLabel("Sample")).toHaveValue("2016");
    await expect(lena.getByLabel("Private law, WTFH only")).toBeChecked();
    await expect(lena.getByLabel("Index incident type")).toHaveValue("suicide");
    await expect(lena.getByLabel("Cy", { exact: true })).toBeChecked();
    await expect(lena.getByLabel("Ann", { exact: true })).not.toBeChecked();
  });

  await lena.getByLabel("Ann", { exact: true }).check();
  for (const [typed, told] of [
    ["2016-01", "There is already a case 2016-01"],
    ["New", "Enter a reference other than “new”"],
    ["2016/07", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
    ["<b>7</b>", "Enter a reference of letters, digits and hyphens, such as 2015-07"],
  ] as const)
    await test.step(`the reference ${typed} is refused`, async () => {
      await reference.fill(typed);
      await register.click();
      await expect(problems(lena).getByRole("listitem")).toHaveText([told]);
      await expect(reference).toHaveAccessibleDescription(new RegExp(`Error: ${told}`));
      await expect(reference).toHaveValue(typed);
      await expect(lena.getByLabel("Ann", { exact: true })).toBeChecked();
    });

  expect((await listCases(Lena, {}))?.rows.map((row) => row.reference)).toEqual(["2016-01"]);
});

test("a person is not added without a role, a long password and an address of their own", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/people");
  const add = lena.getByRole("button", { name: "Add the person" });

  await add.click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "Enter a name",
    "Enter an email address in the form name@example.org",
    "Select at least one role",
    "Enter a password of at least 12 characters",
  ]);

  await lena.getByLabel("Name").fill("Eva");
  await lena.getByLabel("Email").fill("ANN@example.org");
  await lena.getByLabel("First password").fill("too short");
  await add.click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "Select at least one role",
    "Enter a password of at least 12 characters",
  ]);
  await expect(lena.getByRole("group", { name: "Roles" })).toHaveAccessibleDescription(
    "Error: Select at least one role",
  );
  await expect(lena.getByLabel("First password")).toHaveAccessibleDescription(
    /Error: Enter a password of at least 12 characters/,
  );

  await lena.getByLabel("Analyst").check();
  await lena.getByLabel("First password").fill("long enough by far");
  await add.click();
  await expect(problems(lena).getByRole("listitem")).toHaveText([
    "ann@example.org already has an account",
  ]);
  await expect(lena.getByLabel("Name")).toHaveValue("Eva");
  await expect(lena.getByLabel("Email")).toHaveValue("ANN@example.org");
  await expect(lena.getByLabel("Analyst")).toBeChecked();
  expect(await listPeople(study.people.Lena)).toHaveLength(5);

  await lena.getByLabel("Email").fill("eva@example.org");
  await lena.getByLabel("First password").fill("long enough by far");
  await add.click();
  await expect(
    lena.getByRole("row", { name: /^Eva eva@example.org Analyst Open, first password None$/ }),
  ).toBeVisible();
});
