import { passwordOf } from "@/db/fixtures";
import { problems } from "./page";
import { expect, test } from "./study";

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
