import { must, passwordOf, saveAccount } from "@/db/fixtures";
import { getPerson } from "@/db/people/people";
import { problems } from "../page";
import { expect, type Study, test } from "../study";

test("a person changes their password, and is signed out everywhere else", async ({ study }) => {
  const here = await study.as("Ann");
  const elsewhere = await study.as("Ann");
  await here.getByRole("link", { name: "Ann" }).click();
  await here.getByLabel("The password you have now").fill("not my password");
  await here.getByLabel("New password").fill("short");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(problems(here)).toContainText("Enter a password of at least 12 characters");
  await here.getByLabel("New password").fill("a new and longer password");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(problems(here)).toContainText("Enter the password that you have now");
  await here.getByLabel("The password you have now").fill(passwordOf("Ann"));
  await here.getByLabel("New password").fill("a new and longer password");
  await here.getByRole("button", { name: "Change the password" }).click();
  await expect(here.getByRole("heading", { name: "Your work" })).toBeVisible();
  await elsewhere.goto("/cases");
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await here.goto("/account");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an admin changes roles and closes an account, and it holds at once", async ({ study }) => {
  const lena = await study.as("Lena");
  const dora = await study.as("Dora");
  await lena.goto("/people");
  await lena.getByRole("link", { name: "Dora" }).click();
  await expect(lena.getByLabel("Analyst")).toBeChecked();
  await lena.getByLabel("Analyst").uncheck();
  await lena.getByRole("button", { name: "Save the account" }).click();
  await expect(problems(lena)).toContainText("Select at least one role");
  await lena.getByLabel("Admin").check();
  await lena.getByRole("button", { name: "Save the account" }).click();
  await expect(lena.getByRole("heading", { name: "People" })).toBeVisible();
  await dora.goto("/dataset");
  await expect(dora.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await dora.goto("/people");
  await expect(dora.getByRole("row", { name: "Dora dora@example.org Admin Open" })).toBeVisible();

  await lena.getByRole("link", { name: "Dora" }).click();
  await lena.getByLabel("No, the account is closed").check();
  await lena.getByRole("button", { name: "Save the account" }).click();
  await expect(lena.getByRole("row", { name: "Dora dora@example.org Admin Closed" })).toBeVisible();
  await dora.goto("/");
  await expect(dora.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an admin corrects a name and an address, with which the person signs in", ({ study }) =>
  correcting(study));
test("and without scripts too", { tag: "@nojs" }, ({ study }) => correcting(study));

async function correcting(study: Study) {
  const lena = await study.as("Lena");
  await lena.goto(`/people/${study.people.Dora.id}`);
  const [name, email] = [lena.getByLabel("Name"), lena.getByLabel("Email")];
  await expect(name).toHaveValue("Dora");
  await name.fill("Dorothea");
  await email.fill("ann@example.org");
  await lena.getByRole("button", { name: "Save name and email" }).click();
  await expect(problems(lena)).toContainText("ann@example.org already has an account");
  await expect(name).toHaveValue("Dorothea");
  await email.fill("dorothea");
  await lena.getByRole("button", { name: "Save name and email" }).click();
  await expect(problems(lena)).toContainText("Enter an email address in the form");
  await email.fill("Dorothea@example.org");
  await lena.getByRole("button", { name: "Save name and email" }).click();
  await expect(lena.getByText("The account of Dorothea has been saved.")).toBeVisible();
  await expect(
    lena.getByRole("row", { name: "Dorothea dorothea@example.org Analyst Open" }),
  ).toBeVisible();

  const dora = await study.stranger();
  await dora.goto("/sign-in");
  await dora.getByLabel("Email").fill("dorothea@example.org");
  await dora.getByLabel("Password").fill(passwordOf("Dora"));
  await dora.getByRole("button", { name: "Sign in" }).click();
  await expect(dora.getByRole("link", { name: "Dorothea" })).toBeVisible();
}

test("adding a person after a mistake leaves the form empty, and says nothing of the mistake", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  await lena.goto("/people");
  await lena.getByLabel("Name").fill("Eva");
  await lena.getByLabel("Email").fill("eva@example.org");
  await lena.getByLabel("First password").fill("four words make one");
  await lena.getByRole("button", { name: "Add the person" }).click();
  await expect(problems(lena)).toContainText("Select at least one role");
  await lena.getByLabel("Analyst").check();
  await lena.getByRole("button", { name: "Add the person" }).click();
  await expect(lena.getByRole("row", { name: "Eva eva@example.org Analyst" })).toBeVisible();
  await expect(problems(lena)).toHaveCount(0);
  await expect(lena.getByText("Select at least one role")).toHaveCount(0);
  for (const field of ["Name", "Email", "First password"])
    await expect(lena.getByLabel(field)).toHaveValue("");
  await expect(lena.getByLabel("Analyst")).not.toBeChecked();

  await test.step("and the next is added", async () => {
    await lena.getByLabel("Name").fill("Fay");
    await lena.getByLabel("Email").fill("fay@example.org");
    await lena.getByLabel("First password").fill("four words make one");
    await lena.getByLabel("Coder").check();
    await lena.getByRole("button", { name: "Add the person" }).click();
    await expect(lena.getByRole("row", { name: "Fay fay@example.org Coder" })).toBeVisible();
    await expect(lena.getByLabel("Name")).toHaveValue("");
  });
});

test("an account that another admin changed meanwhile stays as it is, and what was chosen stays", ({
  study,
}) => savingTwice(study));
test("the same without scripts", { tag: "@nojs" }, ({ study }) => savingTwice(study));

async function savingTwice(study: Study) {
  const { Lena, Dora } = study.people;
  const lena = await study.as("Lena");
  await lena.goto(`/people/${Dora.id}`);
  must(await saveAccount(Lena, Dora.id, { roles: ["analyst"], active: false }));
  await lena.getByLabel("Coder").check();
  for (const time of ["first", "second"])
    await test.step(`saved for the ${time} time`, async () => {
      await lena.getByRole("button", { name: "Save the account" }).click();
      await expect(problems(lena)).toContainText(
        "Somebody else has changed this account since you opened it. Open it in another tab to see what holds, and make your change there.",
      );
      await expect(lena.getByLabel("Coder")).toBeChecked();
    });
  expect(await getPerson(Lena, Dora.id)).toMatchObject({ roles: ["analyst"], active: false });

  await test.step("opened again, the page shows what holds, and saves", async () => {
    await lena.goto(`/people/${Dora.id}`);
    await expect(lena.getByLabel("No, the account is closed")).toBeChecked();
    await lena.getByLabel("Yes", { exact: true }).check();
    await lena.getByRole("button", { name: "Save the account" }).click();
    await expect(
      lena.getByRole("row", { name: "Dora dora@example.org Analyst Open" }),
    ).toBeVisible();
  });
}

test("who forgot their password is given a new first one, and asked to choose another", async ({
  study,
}) => {
  const lena = await study.as("Lena");
  const ann = await study.as("Ann");
  const given = "given by somebody else";
  await lena.goto("/people");
  await lena.getByRole("link", { name: "Ann" }).click();
  await lena.getByLabel("First password").fill("password1234");
  await lena.getByRole("button", { name: "Give this password" }).click();
  await expect(lena.getByLabel("First password")).toHaveAccessibleDescription(
    /Choose a password that is harder to guess/,
  );
  await lena.getByLabel("First password").fill(given);
  await lena.getByRole("button", { name: "Give this password" }).click();
  await expect(lena.getByRole("row", { name: "Ann ann@example.org Coder" })).toContainText(
    "Open, first password",
  );

  await ann.goto("/cases");
  await expect(ann.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await ann.getByLabel("Email").fill("ann@example.org");
  await ann.getByLabel("Password").fill(given);
  await ann.getByRole("button", { name: "Sign in" }).click();
  await ann.goto("/");
  await ann.getByRole("link", { name: "Choose one of your own" }).click();
  await ann.getByLabel("The password you have now").fill(given);
  await ann.getByLabel("New password").fill("a new and longer password");
  await ann.getByRole("button", { name: "Change the password" }).click();
  await expect(ann.getByRole("heading", { name: "Your work" })).toBeVisible();
  await expect(ann.getByText("Somebody else chose your password")).toHaveCount(0);
});
