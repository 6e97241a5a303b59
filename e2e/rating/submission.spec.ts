import type { Page } from "@playwright/test";
import type { Viewer } from "@/db/people/people";
import { getDraft } from "@/db/ratings/drafts";
import { keptBy, nothing } from "../browser/kept";
import { problems, unfold } from "../page";
import { expect } from "../study";
import { levelOf, openSubmission, saveState, test } from "./rating";
import { lockedPdfFile, pdfFile, wordFile, zipFile } from "./submission-files";

const report = pdfFile("Heron report.pdf", [
  [
    "Lantern chronology",
    "",
    "4.1 The worker visited in May and",
    "found nobody at home.",
    "4.2 A letter was left. The garden was",
    "full of nettles.",
  ],
  [],
  ["The school saw nothing unusual."],
]);

const choose = (page: Page) => page.getByLabel("Open a PDF or Word file");
const textOf = (page: Page, name: string) =>
  page.getByRole("region", { name: `Text of ${name}`, exact: true });
const use = (page: Page, factor: string) =>
  page.getByRole("button", { name: `Use as evidence for ${factor}`, exact: true });

/** All that a page sends from now on: addresses, headers and bodies. */
function listen(page: Page): { sent: string[]; asked: string[] } {
  const sent: string[] = [];
  const asked: string[] = [];
  page.on("request", (request) => {
    asked.push(new URL(request.url()).pathname);
    const headers = JSON.stringify(request.headers());
    sent.push(request.url(), headers, request.postDataBuffer()?.toString("latin1") ?? "");
  });
  return { sent, asked };
}

const quotesOf = async (coder: Viewer, factor: string) =>
  (await getDraft(coder, "2016-01"))?.ratings[factor]?.quotes;

test("a passage of the submission becomes evidence, and nothing else of the file leaves the browser", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  const shown = textOf(ann, "Heron report.pdf");
  const { sent, asked } = listen(ann);

  await test.step("with no file open a quote cannot be shown, and says so", async () => {
    await levelOf(ann, "Neglect", "High").check();
    await unfold(ann, "Add a quote: quote 1 for Neglect");
    await ann.getByLabel("Passage of quote 1 for Neglect").fill("the school SAW nothing");
    await ann.getByRole("button", { name: "Done with quote 1 for Neglect" }).click();
    await ann.getByRole("button", { name: "Show in the file quote 1 for Neglect" }).click();
    await expect(ann.getByText("No file is open.")).toBeVisible();
    await expect(saveState(ann)).toHaveText(/^Saved/);
    expect(asked.filter((path) => path.startsWith("/_next/"))).toEqual([]);
  });

  await test.step("by keyboard: a file, a paragraph, less of it, evidence", async () => {
    await ann.getByRole("button", { name: "Submission", exact: true }).press("Enter");
    const chooser = ann.waitForEvent("filechooser");
    await choose(ann).press("Enter");
    await (await chooser).setFiles({ ...report });
    await expect(shown).toBeFocused();
    await expect(shown).toContainText("4.2 A letter was left. The garden was full of nettles.");
    await expect(ann.getByRole("region", { name: "Page 2" })).toHaveText(
      "Page 2No text on this page",
    );
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"])
      await ann.keyboard.press(key);
    for (let words = 0; words < 6; words++) await ann.keyboard.press("Shift+ArrowLeft");
    await ann.keyboard.press("Tab");
    await expect(use(ann, "Neglect")).toBeFocused();
    await ann.keyboard.press("Enter");
    await expect(ann.getByText("Quote 2 for Neglect: p. 1, paragraph 4.2.")).toBeVisible();
    await expect
      .poll(() => quotesOf(Ann, "neglect"))
      .toEqual([
        { text: "the school SAW nothing", page: "", place: "", at: null },
        { text: "A letter was left.", page: "1", place: "paragraph 4.2", at: 79 },
      ]);
  });

  await test.step("with the mouse, for the factor in hand, over pages", async () => {
    await levelOf(ann, "Emotional abuse", "Low").check();
    await use(ann, "Emotional abuse").click();
    await expect(ann.getByText("Quote 1 for Emotional abuse: p. 1, paragraph 4.2.")).toBeVisible();
    await select(ann, "full of nettles.", "The school");
    await use(ann, "Emotional abuse").click();
    await expect(
      ann.getByText("Quote 2 for Emotional abuse: pp. 1-3, paragraph 4.2."),
    ).toBeVisible();
    await ann.evaluate(() => getSelection()?.removeAllRanges());
    await use(ann, "Emotional abuse").click();
    await expect(ann.getByText("Select a passage in the text first.")).toBeVisible();
    await expect
      .poll(async () => (await quotesOf(Ann, "emotional_abuse"))?.at(1))
      .toEqual({
        text: "full of nettles.\nThe school",
        page: "1-3",
        place: "paragraph 4.2",
        at: 113,
      });
  });

  await test.step("a quote leads back to its passage, which is marked", async () => {
    await levelOf(ann, "Neglect", "High").focus();
    await ann.getByRole("button", { name: "Guidance" }).click();
    await expect(shown).toBeHidden();
    await ann.getByRole("button", { name: "Show in the file quote 2 for Neglect" }).click();
    await expect(shown).toBeFocused();
    await expect(ann.locator("mark")).toHaveText(["A letter was left."]);
    await expect(ann.locator("mark")).toBeInViewport();
    await ann.getByRole("button", { name: "Guidance" }).click();
    await ann.getByRole("button", { name: "Show in the file quote 1 for Neglect" }).click();
    await expect(ann.locator("mark")).toHaveText(["The school saw nothing"]);
  });

  await test.step("nothing else of the file was sent or kept", async () => {
    await ann.getByRole("button", { name: "Submit ratings" }).click();
    await expect(problems(ann)).toBeVisible();
    await expect(shown).toContainText("Lantern chronology");
    expect(await keptBy(ann)).toEqual(nothing);
    const all = sent.join("\n");
    expect(all).toContain("A letter was left.");
    for (const part of ["Heron", "Lantern", "visited", "nobody", "garden", "unusual", "%PDF"])
      expect(all, part).not.toContain(part);
    await ann.reload();
    await ann.getByRole("button", { name: "Submission", exact: true }).click();
    await expect(choose(ann)).toBeVisible();
    await expect(shown).toHaveCount(0);
  });
});

/** Selects from the beginning of one text to the end of another, as a mouse does. */
async function select(page: Page, first: string, last: string) {
  await page.evaluate(
    ([first, last]) => {
      const nodeWith = (words: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (!walker.currentNode.textContent?.includes(words) || walker.currentNode.firstChild)
          walker.nextNode();
        return walker.currentNode;
      };
      const [one, two] = [nodeWith(first), nodeWith(last)];
      const from = one.textContent?.indexOf(first) ?? 0;
      const to = (two.textContent?.indexOf(last) ?? 0) + last.length;
      getSelection()?.setBaseAndExtent(one, from, two, to);
    },
    [first, last] as const,
  );
}

test("a Word file is read too, as text alone; what is no such file is refused in words", async ({
  ann,
  study,
}) => {
  const { Ann } = study.people;
  const news = ann.locator(".submission-news");

  await test.step("refused, and one can choose again", async () => {
    const bytes = (name: string, text: string) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(text, "latin1"),
    });
    const tooLong = Buffer.alloc(50_000_000, " ");
    const entities = `<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>`;
    for (const [file, words] of [
      [bytes("a.pdf", "GIF89a"), "This is neither a PDF nor a Word file (.docx)."],
      [
        bytes("old.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
        "This is a Word file of the old kind",
      ],
      [lockedPdfFile("locked.pdf"), "This PDF has a password."],
      [bytes("cut.pdf", "%PDF-1.7\ncut off"), "This file cannot be read"],
      [bytes("cut.docx", "PK\u0003\u0004cut off"), "This file cannot be read"],
      [zipFile("sheet.xlsx", "xl/workbook.xml", Buffer.from("<a/>")), "This is neither a PDF"],
      [zipFile("bomb.docx", "word/document.xml", tooLong), "This file is too long"],
      [
        zipFile("entities.docx", "word/document.xml", Buffer.from(entities)),
        "This file cannot be read",
      ],
      [pdfFile("scan.pdf", [[], []]), "There is no text in this file"],
    ] as const) {
      await openSubmission(ann, file);
      await expect(news, file.name).toContainText(words);
    }
  });

  await test.step("its paragraphs, as text, with their place", async () => {
    await openSubmission(
      ann,
      wordFile("Chronology.docx", [
        "Chronology",
        "</w:t></w:r><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del><w:r><w:t>A letter",
        "&lt;img src=x onerror=alert(1)&gt; was left",
      ]),
    );
    const shown = textOf(ann, "Chronology.docx");
    await expect(shown.getByRole("paragraph")).toHaveText([
      "Chronology",
      "A letter",
      "<img src=x onerror=alert(1)> was left",
    ]);
    await expect(shown.locator("img")).toHaveCount(0);
    await shown.press("ArrowDown");
    await shown.press("ArrowDown");
    await use(ann, "Neglect").click();
    await expect
      .poll(() => quotesOf(Ann, "neglect"))
      .toEqual([{ text: "A letter", page: "", place: "paragraph 2 of the file", at: 11 }]);
    await ann.getByRole("button", { name: "Close the file" }).click();
    await expect(choose(ann)).toBeFocused();
  });
});

const warning = (kind: string) =>
  `This looks like ${kind}. Leave out what could tell who it is about.`;

test("what could tell who a case is about draws a quiet warning, as one types", async ({
  ann,
  study,
}) => {
  const note = ann.getByLabel("Note for Neglect");
  await note.fill("Seen at AB99 9ZZ");
  await expect(ann.getByText(warning("a postcode"), { exact: true })).toBeVisible();
  await expect(note).toHaveAccessibleDescription(/This looks like a postcode/);
  await unfold(ann, "Add a quote: quote 1 for Neglect");
  await ann.getByLabel("Passage of quote 1 for Neglect").fill("Robin Exampleton (dob 1.5.2001)");
  await expect(ann.getByText(warning("a date of birth"), { exact: true })).toBeVisible();
  await note.fill("Seen at home");
  await expect(ann.getByText(warning("a postcode"), { exact: true })).toHaveCount(0);
  await expect(saveState(ann)).toHaveText(/^Saved/);
  const lena = await study.as("Lena");
  await lena.goto("/cases/new");
  await lena.getByLabel("Reference").fill("ZZ99C00123");
  await expect(lena.getByText(warning("a court case number"))).toBeVisible();
});

test("the warning is there after sending too, and keeps nobody from it @nojs", async ({ ann }) => {
  await ann.getByLabel("Note for Neglect").fill("NHS number 999 000 0018");
  await ann.getByRole("button", { name: "Submit ratings" }).click();
  await expect(problems(ann).getByRole("link")).toHaveCount(13);
  await expect(ann.getByLabel("Note for Neglect")).toHaveAccessibleDescription(
    /This looks like an NHS number/,
  );
});
