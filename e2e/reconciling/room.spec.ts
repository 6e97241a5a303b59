import type { Page } from "@playwright/test";
import { agreeEverything, agree as agreeInData, caseFor, rateAndSubmit } from "@/db/fixtures";
import { listMeetingNotes } from "@/db/reconciliation/meeting-notes";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { lastUse, sessionsAre } from "../sign-in/idle";
import { expect, type Study, test } from "../study";
import { agree, agreedLevel, openNotes, rowOf } from "./reconciling";

const room = "/cases/2016-01/reconcile";

/** A case that is open: Ann and Bob differ on Neglect, on Emotional abuse and on Other. */
async function openCase({ people: { Lena, Ann, Bob } }: Study): Promise<void> {
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000", "Page 4");
  await rateAndSubmit(Bob, "2016-01", "1110000000200", "Page 9");
}

/** Those who are told to be in the room. */
const present = (page: Page) => page.locator(".room").getByRole("listitem");
const notes = (page: Page) => page.getByLabel("Notes of this case’s meetings");
const saveNotes = (page: Page) => page.getByRole("button", { name: "Save the notes" });

async function enter(page: Page, path = room): Promise<Page> {
  await page.goto(path);
  await expect(present(page).first()).toHaveText("You");
  return page;
}

test("three people in one room: what each does is on every screen, and nobody loses anything", async ({
  study,
}) => {
  await openCase(study);
  const [lena, ann, bob] = [
    await enter(await study.as("Lena")),
    await enter(await study.as("Ann")),
    await enter(await study.as("Bob")),
  ];

  await test.step("who is there is shown by name, and not which letter they are", async () => {
    await expect(present(lena)).toHaveText(["You", "Ann", "Bob"]);
    await expect(present(ann)).toHaveText(["You", "Bob", "Lena"]);
    await expect(present(bob)).toHaveText(["You", "Ann", "Lena"]);
    await expect(ann.getByText("Names are hidden: the coders are A and B.")).toBeVisible();
    await expect(ann.locator("table").getByText(/Ann|Bob/)).toHaveCount(0);
  });

  await test.step("a decision is on the others’ screens; what is typed and open there stays", async () => {
    await openNotes(ann, "Physical abuse");
    await notes(ann).fill("Ann is typing");
    await openNotes(lena, "Neglect");
    await rowOf(lena, "Neglect").getByLabel("Borderline").check();
    await agree(lena, "Neglect", "High", "Page 4 decides");
    await expect(rowOf(lena, "Neglect").getByRole("status")).toHaveText("Neglect saved");
    for (const page of [ann, bob]) {
      await expect(
        rowOf(page, "Neglect").getByText(/^Agreed after discussion · Borderline · Lena/),
      ).toBeVisible();
      await expect(page.locator(".room")).toContainText("Agreed last: Neglect, High · Lena");
      await expect(page.getByRole("link", { name: "12 of 13 left" })).toBeVisible();
    }
    await expect(rowOf(ann, "Physical abuse").getByText("A · Low")).toBeVisible();
    await expect(notes(ann)).toHaveValue("Ann is typing");
  });

  await test.step("names, once the lead shows them, stand beside the letters", async () => {
    await lena.getByRole("button", { name: "Show names to everybody here" }).click();
    const current = () => getReconciliation(study.people.Ann, "2016-01");
    const first = rowOf(ann, "Neglect");
    await expect(first.getByText(/\((Ann|Bob)\) ·/)).toHaveCount(2);
    const names = (await current())?.names;
    await expect(ann.locator(".names").getByRole("listitem")).toHaveText([
      `A ${names?.A}`,
      `B ${names?.B}`,
    ]);
    await lena.getByRole("button", { name: "Hide names" }).click();
    await expect(ann.locator("table").getByText(/Ann|Bob/)).toHaveCount(0);
  });

  await test.step("notes: the one who began before is told, and loses nothing", async () => {
    await notes(bob).fill("Start with page 9");
    await saveNotes(bob).click();
    await expect(notes(lena)).toHaveValue("Start with page 9");
    await expect(ann.getByText("The notes were changed meanwhile.")).toBeVisible();
    await saveNotes(ann).click();
    await expect(ann.getByText("What you typed has not been saved.")).toBeVisible();
    await expect(notes(ann)).toHaveValue("Ann is typing");
    await notes(ann).fill("Start with page 9, then page 4");
    await saveNotes(ann).click();
    await expect(notes(bob)).toHaveValue("Start with page 9, then page 4");
    const kept = await listMeetingNotes(study.people.Ann, "2016-01");
    expect(kept.map(({ text, savedBy }) => [text, savedBy])).toEqual([
      ["Start with page 9, then page 4", "Ann"],
      ["Start with page 9", "Bob"],
    ]);
  });

  await test.step("what is decided can come last, and can still be changed", async () => {
    await bob.getByRole("link", { name: "Undecided first (12)" }).click();
    await expect(bob.getByRole("rowheader").last()).toHaveText(/Neglect$/);
    await expect(bob.getByRole("rowheader", { name: "Decided (1)" })).toBeVisible();
    await lena.goto(`${room}?show=undecided`);
    await expect(agreedLevel(lena, "Neglect", "Low")).toBeHidden();
    await agree(lena, "Neglect", "Low", "On second thoughts");
    await expect(rowOf(bob, "Neglect").getByText("Low", { exact: true }).first()).toBeVisible();
  });

  await bob.goto("/");
  await expect(present(ann)).toHaveText(["You", "Lena"]);
});

test("a row in hand keeps what was typed when it is decided elsewhere, and says so", async ({
  study,
}) => {
  await openCase(study);
  const first = await enter(await study.as("Lena"));
  const second = await enter(await study.tabBeside(first));
  const row = rowOf(second, "Neglect");
  await agreedLevel(second, "Neglect", "Medium").check({ force: true });
  await row.getByLabel("Reason").fill("Typed in the second window");
  await agree(first, "Neglect", "High", "Agreed in the first window");
  await expect(row.getByText("Decided meanwhile: High.")).toBeVisible();
  await expect(agreedLevel(second, "Neglect", "Medium")).toBeChecked();
  await expect(row.getByLabel("Reason")).toHaveValue("Typed in the second window");

  await row.getByRole("button", { name: "Save Neglect" }).click();
  await expect(row).toContainText(
    "Since you opened this page, Neglect was agreed as High by Lena on",
  );
  await expect(row.getByText("Decided meanwhile: High.")).toBeVisible();
  await expect(row.getByText(/^High · Agreed after discussion · Lena/)).toBeVisible();
  await expect(row.getByLabel("Reason")).toHaveValue("Typed in the second window");
  await row.getByRole("button", { name: "Save Neglect" }).click();
  await expect(row.getByRole("status")).toHaveText("Neglect saved");
  await expect(agreedLevel(first, "Neglect", "Medium")).toBeChecked();
  await expect(rowOf(first, "Neglect").getByLabel("Reason")).toHaveValue(
    "Typed in the second window",
  );
});

test("what is not saved is marked, and the page is not left before one has said so", async ({
  study,
}) => {
  await openCase(study);
  const { Lena } = study.people;
  await agreeEverything(Lena, "2016-01");
  const lena = await enter(await study.as("Lena"));
  const asked: string[] = [];
  lena.on("dialog", async (dialog) => {
    asked.push(`${dialog.type()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  const row = rowOf(lena, "Neglect");
  const stays = async () => {
    await expect(lena).toHaveURL(/2016-01\/reconcile$/);
    await expect(row.getByLabel("Reason")).toHaveValue("Page 4");
  };

  await test.step("a decision that is begun", async () => {
    await expect(lena.getByText("Not saved")).toHaveCount(0);
    await agreedLevel(lena, "Neglect", "Medium").check({ force: true });
    await row.getByLabel("Reason").fill("Page 4");
    await expect(row.getByText("Not saved")).toBeVisible();
    await lena.getByRole("link", { name: "Board" }).click();
    await expect.poll(() => asked).toEqual(["beforeunload: "]);
    await stays();
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect
      .poll(() => asked)
      .toEqual([
        "beforeunload: ",
        "confirm: What you entered on this page has not been saved. Leave?",
      ]);
    await stays();
    await row.getByRole("button", { name: "Save Neglect" }).click();
    await expect(row.getByRole("status")).toHaveText("Neglect saved");
    await expect(lena.getByText("Not saved")).toHaveCount(0);
  });

  await test.step("meeting notes", async () => {
    asked.length = 0;
    await notes(lena).fill("Start with page 9");
    await expect(lena.locator(".meeting-notes").getByText("Not saved")).toBeVisible();
    await lena.getByRole("link", { name: "Board" }).click();
    await expect.poll(() => asked).toEqual(["beforeunload: "]);
    await expect(notes(lena)).toHaveValue("Start with page 9");
    await saveNotes(lena).click();
    await expect(lena.getByText("Saved by Lena")).toBeVisible();
  });

  await test.step("a precedent", async () => {
    asked.length = 0;
    await row.getByText("Make this a precedent").click();
    await row.getByLabel("Summary").fill("Page 4 decides");
    await lena.getByRole("link", { name: "Board" }).click();
    await expect.poll(() => asked).toEqual(["beforeunload: "]);
    await row.getByRole("button", { name: "Make a precedent on Neglect" }).click();
    await expect(row.getByText("Page 4 decides")).toBeVisible();
  });

  await test.step("nothing asks once all is saved", async () => {
    asked.length = 0;
    await lena.getByRole("button", { name: "Commit to the dataset" }).click();
    await expect(lena.getByRole("heading", { name: /^Check case 2016-01/ })).toBeVisible();
    expect(asked).toEqual([]);
  });
});

test("what one does oneself brings the page once, and is not asked for again", async ({
  study,
}) => {
  await openCase(study);
  const lena = await enter(await study.as("Lena"));
  let sent = 0;
  lena.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await lena.getByRole("button", { name: /^Accept all the same/ }).click();
  await expect(lena.getByText("3 left to decide before")).toBeVisible();
  await agree(lena, "Neglect", "High", "Page 4 decides");
  await expect(lena.getByText("2 left to decide before")).toBeVisible();
  await agree(lena, "Emotional abuse", "Medium");
  await expect(lena.getByText("1 left to decide before")).toBeVisible();
  expect(sent).toBe(3);
});

test("by keyboard: accepting all the same says how much is left, and one goes on from there", async ({
  study,
}) => {
  await openCase(study);
  const lena = await enter(await study.as("Lena"));
  await lena.getByRole("button", { name: "Accept all the same (10)" }).focus();
  await lena.keyboard.press("Enter");
  await expect(lena.getByText("10 agreed, 3 left")).toBeFocused();
  await lena.keyboard.press("Tab");
  await expect(lena.getByRole("button", { name: "Commit to the dataset" })).toBeFocused();
});

test("on a narrow screen, where the tracks have no scale, words say who stands where", async ({
  study,
}) => {
  await openCase(study);
  const lena = await enter(await study.as("Lena"));
  const words = rowOf(lena, "Neglect").getByText(/^[AB] Low · [AB] High$/);
  await expect(words).toBeHidden();
  await lena.setViewportSize({ width: 360, height: 800 });
  await expect(words).toBeVisible();
  await expect(rowOf(lena, "Sexual abuse").getByText("A, B Not indicated")).toBeVisible();
});

test("a coder who joins shuts the room at once, until they have submitted", async ({ study }) => {
  await openCase(study);
  const { Cy } = study.people;
  const [lena, ann] = [await enter(await study.as("Lena")), await enter(await study.as("Ann"))];
  await notes(ann).fill("Ann is typing");
  const href = await lena
    .getByRole("link", { name: "Assign another coder on the case’s page" })
    .getAttribute("href");
  const beside = await study.tabBeside(lena);
  await beside.goto(href ?? "");
  await beside.getByLabel("Cy", { exact: true }).check();
  await beside.getByRole("button", { name: "Assign" }).click();
  await expect(beside.getByText("Not submitted yet")).toBeVisible();

  for (const page of [lena, ann])
    await expect(page.getByText("This room has closed.")).toBeVisible();
  await saveNotes(ann).click();
  await expect(ann.getByText("This can no longer be done")).toBeVisible();
  await expect(notes(ann)).toHaveValue("Ann is typing");

  await rateAndSubmit(Cy, "2016-01", "2110000000000", "Page 12");
  await expect(async () => {
    await ann.keyboard.press("Shift");
    await expect(present(ann).first()).toHaveText("You", { timeout: 2000 });
  }).toPass();
  await expect(rowOf(ann, "Neglect").getByText("Page 12")).toHaveCount(1);
  await expect(notes(ann)).toHaveValue("Ann is typing");
});

test("after the server was away, the room goes on where it is, and nobody’s session lasts longer by it", async ({
  study,
}) => {
  await openCase(study);
  const { Lena } = study.people;
  const ann = await enter(await study.as("Ann"));
  await notes(ann).fill("Ann is typing");
  sessionsAre(study.dataDir, { unusedFor: "20:00" });
  const before = lastUse(study.dataDir);
  await agreeInData(Lena, "2016-01", { factor: "neglect", level: "high" });
  await expect(rowOf(ann, "Neglect").getByText(/^Agreed after discussion/)).toBeVisible();

  await study.redeploy();
  await agreeInData(Lena, "2016-01", { factor: "emotional_abuse", level: "medium" });
  await expect(rowOf(ann, "Emotional abuse").getByText(/^Agreed after discussion/)).toBeVisible();
  await expect(present(ann)).toHaveText(["You"]);
  await expect(notes(ann)).toHaveValue("Ann is typing");
  expect(lastUse(study.dataDir)).toBe(before);
});
