import { caseFor, person } from "@/db/fixtures";
import { practiceCaseFor } from "@/db/practice-cases/practice.fixtures";
import { expect, signIn, test } from "../study";

test("a new study says what to begin with, until it has it", { tag: "@nojs" }, async ({
  concord,
}) => {
  const Lena = await person("Lena", "lead", "admin");
  const lena = await concord.stranger();
  await signIn(lena, "Lena");
  const steps = lena.getByRole("region", { name: "To begin with" });

  await test.step("whoever leads and is alone adds people and cases", async () => {
    await expect(lena.getByText("Nothing is waiting for you.")).toBeVisible();
    await expect(steps.getByRole("link")).toHaveText([
      "Add a person",
      "Register a case",
      "Import from a file",
    ]);
    await steps.getByRole("link", { name: "Add a person" }).click();
    await expect(lena.getByRole("heading", { name: "People" })).toBeVisible();
  });

  await test.step("the lists of cases say that there are none, and filter nothing", async () => {
    await lena.goto("/cases");
    await expect(
      lena.getByText(
        "There are no cases yet. Register the first one, or import cases from a file.",
      ),
    ).toBeVisible();
    await expect(lena.getByRole("form", { name: "Filters" })).toHaveCount(0);
    await lena.goto("/board");
    await expect(lena.getByText("There are no cases yet.")).toBeVisible();
    await expect(lena.getByRole("button", { name: "Assign coders to all of them" })).toHaveCount(0);
    await lena.getByRole("main").getByRole("link", { name: "Register a case" }).click();
    await expect(lena.getByRole("heading", { name: "Register a case" })).toBeVisible();
  });

  await test.step("a new coder is led to practice while there is something to practise", async () => {
    const Ann = await person("Ann", "coder");
    const ann = await concord.stranger();
    await signIn(ann, "Ann");
    await expect(ann.getByText("Nothing is waiting for you.")).toBeVisible();
    await expect(ann.getByRole("heading", { name: "To begin with" })).toHaveCount(0);
    await practiceCaseFor(Lena);
    await ann.goto("/");
    await ann.getByRole("link", { name: "Practise" }).click();
    await expect(ann.getByRole("link", { name: "Rate Practice 1" })).toBeVisible();
    await ann.goto("/cases");
    await expect(ann.getByText("There are no cases for you yet.")).toBeVisible();
    const Bob = await person("Bob", "coder");
    await caseFor(Lena, "2016-01", [Ann, Bob]);
    await ann.goto("/");
    await expect(ann.getByRole("link", { name: "Rate 2016-01" })).toBeVisible();
    await expect(ann.getByRole("heading", { name: "To begin with" })).toHaveCount(0);
  });

  await test.step("with others and a case there is nothing to begin with", async () => {
    await lena.goto("/");
    await expect(lena.getByText("Nothing is waiting for you.")).toBeVisible();
    await expect(steps).toHaveCount(0);
    await lena.goto("/cases?stage=committed");
    await expect(lena.getByText("No case fits these filters.")).toBeVisible();
  });
});
