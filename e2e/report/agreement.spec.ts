import { assignCoders } from "@/db/assignments/assignments";
import { reopenCase } from "@/db/dataset/reopening";
import { agreeEverything, caseFor, commit, must, rateAndSubmit, release } from "@/db/fixtures";
import { bringReferenceCases } from "@/db/reference-cases.fixtures";
import { write } from "@/db/store/store";
import { introduceCodebook } from "@/db/study/codebooks";
import { firstCodebook } from "@/domain/codebook/codebook";
import { expect, test } from "../study";

test.describe("with the reference ratings", () => {
  test.beforeEach(async ({ study }) => {
    await bringReferenceCases(study.people.Lena);
  });

  test("a lead walks from a figure to the cases behind it", async ({ study }) => {
    const lena = await study.as("Lena");
    await lena.getByRole("link", { name: "Agreement", exact: true }).click();
    await expect(lena.getByRole("heading", { level: 1 })).toHaveText("Agreement");
    await expect(lena.getByRole("list").filter({ hasText: "Before coders talked" })).toContainText(
      "23 cases",
    );
    const factors = lena.getByRole("table", { name: "Agreement on each risk factor" });
    const neglect = factors.getByRole("row").filter({ hasText: "Neglect" });
    await test.step("factors stand by need, each with its figures", async () => {
      await expect(factors.locator("tbody").getByRole("rowheader").first()).toContainText(
        "Parental self-harm or suicide",
      );
      await expect(neglect.getByRole("cell").nth(0)).toContainText("0.91 (0.");
      await expect(neglect.getByRole("img", { name: /^Neglect: alpha 0\.91/ })).toBeVisible();
      await expect(neglect).toContainText("81%");
      await expect(
        neglect.getByRole("img", { name: "Coder A: High 4, Medium 3, Low 7, Not indicated 5" }),
      ).toBeVisible();
      const bar = neglect.getByRole("img", { name: /^Coder A: High 4/ });
      await expect(bar.locator("rect").nth(1)).toHaveAttribute("fill", "url(#level-2)");
      await expect(lena.locator("pattern#level-2")).toHaveCount(1);
      const key = lena
        .getByRole("listitem")
        .filter({ hasText: /^ ?(High|Medium|Low|Not indicated)$/ });
      await expect(key).toHaveText([" High", " Medium", " Low", " Not indicated"]);
      await expect(key.nth(1).locator("rect")).toHaveAttribute("fill", "url(#level-2)");
      await expect(
        lena.getByText("On child protection plan: “Yes, currently”, “Yes, previously”, “No”."),
      ).toBeVisible();
      await expect(neglect).toContainText("Crosses .800");
      await expect(
        lena.getByText("Under 30 cases: too few for a sure interval, for every factor."),
      ).toBeVisible();
    });
    await neglect.getByRole("link", { name: "0.91" }).click();
    await expect(lena.getByRole("heading", { level: 1 })).toHaveText("Agreement on Neglect");
    const given = lena.getByRole("table", { name: "Levels given, highest first" });
    await expect(given.getByRole("columnheader")).toHaveText(
      ["Given by", "High", "Medium", "Low", "Not indicated", "All ratings", "As a bar"].map(
        (name) => new RegExp(`^ ?${name}$`),
      ),
    );
    await expect(given.getByRole("row", { name: /^Coder A/ }).getByRole("cell")).toHaveText([
      ...["4", "3", "7", "5", "19", ""],
    ]);
    const pairs = lena.getByRole("table", {
      name: "Agreement of each pair of coders on this factor",
    });
    await expect(pairs.getByRole("row").nth(1)).toContainText("0.93 (0.85 to 1.00)");
    await pairs.getByRole("link", { name: "Coder A and Coder B" }).click();
    const levels = lena.getByRole("table", { name: "Lines: Coder A; columns: Coder B" });
    await expect(levels.locator("tbody").getByRole("row").nth(0).getByRole("cell")).toContainText([
      "3",
      "1",
      "0",
      "0",
    ]);
    await levels.getByRole("link", { name: "High and Medium: show the cases" }).click();
    const cases = lena.getByRole("table", { name: "Cases: Coder A High, Coder B Medium" });
    await expect(cases.locator("tbody").getByRole("row")).toHaveText([
      /2015-22.*Coder A: High, Coder B: Medium, Coder C: Medium.*High/,
    ]);
    await cases.getByRole("link", { name: "2015-22" }).click();
    await expect(lena.getByRole("heading", { level: 1 })).toContainText("2015-22");
  });

  test("a lead compares chosen coders, and shows their names", async ({ study }) => {
    const lena = await study.as("Lena");
    await lena.goto("/agreement");
    const overview = lena.getByRole("table", { name: "Agreement of each pair of coders" });
    await expect(overview.locator("tbody").getByRole("row")).toHaveCount(3);
    await lena.getByText("More choices").click();
    await lena.getByRole("checkbox", { name: "Coder A" }).check();
    await lena.getByRole("checkbox", { name: "Coder C" }).check();
    await lena.getByLabel("Show the names of coders").check();
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(overview.locator("tbody").getByRole("row")).toHaveText([/coder_a and coder_c/]);
    await expect(lena.getByText("2 coders")).toBeVisible();
    await test.step("and a factor says of which cases and coders it is", async () => {
      const facts = lena.locator(".facts");
      await lena.goto("/agreement?factor=neglect");
      await expect(facts).toContainText(/all samples$/);
      await lena.goto(
        "/agreement?factor=neglect&sample=2015&look=without&from=2015-01-02&coder=A&coder=C",
      );
      await expect(facts.getByRole("listitem").filter({ hasText: "sample 2015" })).toBeVisible();
      await expect(facts).toContainText(
        "without a second lookrated from 2 January 2015Coder A and Coder C only",
      );
    });
  });

  test("a lead filters by period, and mends a date without losing the other choices", async ({
    study,
  }) => {
    const lena = await study.as("Lena");
    await lena.goto("/agreement?look=without");
    await lena.getByLabel("Rated from").fill("last spring");
    await lena.getByLabel("Rated to").fill("1 May 2100");
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(lena.getByLabel("Rated from")).toHaveValue("last spring");
    await expect(lena.getByLabel("Rated from")).toHaveAccessibleDescription(
      "Error: Rated from must be a date, such as 14 October 2014",
    );
    await expect(lena.getByLabel("Rated to")).toHaveValue("1 May 2100");
    await expect(lena.getByLabel("Second look")).toHaveValue("without");
    await expect(lena.getByText("Figures stand here once the dates are put right.")).toBeVisible();
    await lena.getByLabel("Rated from").fill("1 May 2000");
    await lena.getByRole("button", { name: "Show" }).click();
    const factors = lena.getByRole("table", { name: "Agreement on each risk factor" });
    await factors.getByRole("link", { name: "Neglect" }).click();
    await expect(lena.getByText("rated to 1 May 2100")).toBeVisible();
    await lena.getByRole("link", { name: "All factors" }).click();
    await expect(lena.getByLabel("Rated from")).toHaveValue("1 May 2000");
    await lena.getByLabel("Rated to").fill("2 May 2000");
    await lena.getByRole("button", { name: "Show" }).click();
    await expect(lena.getByText("No case with independent ratings fits")).toBeVisible();
  });

  test("a lead reads the stages and the course of agreement, and takes the report", async ({
    study,
  }) => {
    const lena = await study.as("Lena");
    await lena.goto("/agreement?coder=A&coder=B&coder=K");
    await expect(lena.getByText("The address asks for Coder K")).toBeVisible();
    await lena.goto("/agreement");
    await lena.getByRole("link", { name: "Before and after discussion" }).click();
    await expect(lena.getByText("None of these cases had a second look.")).toBeVisible();
    const agreed = lena.getByRole("table", { name: "How near ratings were to the agreed level" });
    await expect(agreed.locator("tbody").getByRole("row").first()).toContainText(
      /All factors.*23.*88%.*98%.*\d+ of 832/,
    );
    await lena.getByRole("link", { name: "Over time" }).click();
    await expect(
      lena.getByRole("img", { name: /^Agreement over time, all factors\. Window 1: alpha 0\./ }),
    ).toBeVisible();
    const windows = lena.getByRole("table", { name: /as a table$/ });
    await expect(windows.locator("tbody").getByRole("row")).toHaveText([
      /^Window 1.*11.*mean of 13 factors/,
      /^Window 2.*12.*mean of 13 factors/,
    ]);
    const [download] = await Promise.all([
      lena.waitForEvent("download"),
      lena.getByRole("link", { name: "Word", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^reliability_not-for-publication_.*\.docx$/);
  });

  test("a lead sees over time where the codebook changed", async ({ study }) => {
    const { Lena, Ann, Bob } = study.people;
    const changed = { ...(firstCodebook as object), version: "0.2" };
    await write((tx) => introduceCodebook(tx, changed));
    await caseFor(Lena, "2017-01", [Ann, Bob], { sample: "2017" });
    for (const coder of [Ann, Bob]) await rateAndSubmit(coder, "2017-01", "3210000000000");
    const lena = await study.as("Lena");
    await lena.goto("/agreement?view=time");
    await expect(
      lena.getByRole("img", { name: /Window 2: alpha [^:]*, New codebook, 2 new coders\.$/ }),
    ).toBeVisible();
    const windows = lena.getByRole("table", { name: /as a table$/ });
    await expect(windows.locator("tbody").getByRole("row")).toHaveText([
      /^Window 1.*–$/,
      /^Window 2.*Codebook 0\.2, Coder [A-Z], Coder [A-Z]$/,
    ]);
  });

  test("figures of the stages, of a window and of a pair lead to levels and cases", async ({
    study,
  }) => {
    const lena = await study.as("Lena");
    await test.step("a share of ratings at the agreed level", async () => {
      await lena.goto("/agreement?view=stages");
      const agreed = lena.getByRole("table", { name: "How near ratings were to the agreed level" });
      const neglect = agreed.getByRole("row").filter({ hasText: "Neglect" });
      await neglect.getByRole("link", { name: "88%" }).click();
      await expect(lena.getByRole("heading", { level: 1 })).toHaveText("Agreement on Neglect");
      await expect(
        lena.getByRole("heading", { name: "First ratings beside the agreed level" }),
      ).toBeInViewport();
      await lena.getByRole("link", { name: "Medium and High: show the cases" }).click();
      const cases = lena.getByRole("table", {
        name: "Cases: First rating Medium, Agreed level High",
      });
      await expect(cases.locator("tbody").getByRole("row")).toHaveText([/2015-22.*High$/]);
    });
    await test.step("a window over time", async () => {
      await lena.goto("/agreement?view=time");
      await lena.getByRole("link", { name: "Window 2" }).click();
      await expect(lena.getByText("Only the cases of window 2 over time.")).toBeVisible();
      await expect(lena.getByText("12 cases", { exact: true })).toBeVisible();
      const factors = lena.getByRole("table", { name: "Agreement on each risk factor" });
      await factors.getByRole("link", { name: "Neglect" }).click();
      await expect(lena.getByText("12 cases with two ratings or more")).toBeVisible();
      await lena.getByRole("link", { name: "Show the cases of all windows" }).click();
      await expect(lena.getByText("23 cases with two ratings or more")).toBeVisible();
      await lena.getByRole("link", { name: "Window 1" }).click();
      await expect(lena.getByText("Only the cases of window 1 of one factor")).toBeVisible();
    });
    await test.step("a pair within a window", async () => {
      await lena.goto("/agreement?view=time");
      await lena.getByRole("link", { name: "Window 1" }).click();
      const pair = lena
        .getByRole("table", { name: "Agreement of each pair of coders" })
        .getByRole("row")
        .filter({ hasText: "Coder A and Coder B" });
      await expect(pair.getByRole("cell").first()).toHaveText(/9$/);
      await expect(pair.getByRole("link", { name: "9", exact: true })).toBeVisible();
      await pair
        .getByRole("link", { name: /\(.* to .*\)/ })
        .first()
        .click();
      await expect(lena.getByText("Only the cases of window 1 over time.")).toBeVisible();
      const ratings = lena.getByRole("table", { name: "Risk ratings, those furthest apart first" });
      await expect(ratings.locator("tbody").getByRole("row")).toHaveCount(9);
    });
    await test.step("a pair and its risk ratings", async () => {
      await lena.goto("/agreement");
      const pairs = lena.getByRole("table", { name: "Agreement of each pair of coders" });
      await pairs.getByRole("link", { name: "Coder A and Coder B" }).click();
      await expect(lena.getByText("2 coders", { exact: true })).toBeVisible();
      await pairs.getByRole("link", { name: "0.89 (0.75 to 0.96)" }).click();
      await expect(lena.getByRole("heading", { level: 1 })).toHaveText(
        "Risk ratings, case by case",
      );
      const ratings = lena.getByRole("table", { name: "Risk ratings, those furthest apart first" });
      await expect(ratings.locator("tbody").getByRole("row")).toHaveCount(19);
      await expect(ratings.locator("tbody").getByRole("row").first()).toContainText(
        /Coder [AB]: \d/,
      );
    });
  });

  test("an analyst sees how the team agrees, and neither coders nor cases", async ({ study }) => {
    const dora = await study.as("Dora");
    await dora.goto("/agreement?factor=neglect&names=shown");
    await expect(dora.getByRole("heading", { level: 1 })).toHaveText("Agreement on Neglect");
    const given = dora.getByRole("table", { name: "Levels given, highest first" });
    await expect(given.locator("tbody").getByRole("row")).toHaveText([/^All coders1110202364$/]);
    await expect(dora.getByText(/coder_a|Coder A/)).toHaveCount(0);
    const levels = dora.getByRole("table", { name: /^Lines: one rating/ });
    await expect(levels.getByRole("link")).toHaveCount(0);
    await expect(dora.getByRole("heading", { name: "Pairs of coders" })).toHaveCount(0);
    const answer = await dora.goto("/agreement?factor=neglect&pair=A-B");
    expect(answer?.status()).toBe(404);
  });
});

test("a coder sees the team's figures and their own, and the cases that they coded", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  for (const [name, coders, scores] of [
    ["2016-01", [Ann, Bob], ["3210000000000", "1210000000000"]],
    ["2016-02", [Bob, Cy], ["3210000000000", "1210000000000"]],
  ] as const) {
    await caseFor(Lena, name, coders);
    for (const [index, coder] of coders.entries())
      await rateAndSubmit(coder, name, scores[index] ?? "");
    await agreeEverything(Lena, name);
    await commit(Lena, name);
  }
  const ann = await study.as("Ann");
  await ann.goto("/agreement");
  const factors = ann.getByRole("table", { name: "Agreement on each risk factor" });
  const neglect = factors.getByRole("row").filter({ hasText: "Neglect" });
  await expect(neglect).toContainText("You: 2.00 higher, 1 case");
  await expect(neglect.getByRole("img", { name: /^You: High 1/ })).toBeVisible();
  await neglect.getByRole("link", { name: "Neglect" }).click();
  await ann.getByRole("link", { name: "High and Low: show the cases" }).first().click();
  const cases = ann.getByRole("table", { name: "Cases with High and Low" });
  await expect(cases.locator("tbody").getByRole("row")).toHaveText([/2016-01.*High, Low.*High/]);
  await expect(ann.getByText("2 cases, of which you coded 1.")).toBeVisible();
  await expect(ann.getByRole("heading", { name: "Pairs of coders" })).toHaveCount(0);
});

test("agreement of a release stays as it was, and its figures lead on within it", async ({
  study,
}) => {
  const { Lena, Ann, Bob, Cy } = study.people;
  for (const reference of ["2016-01", "2016-02"]) {
    await caseFor(Lena, reference, [Ann, Bob]);
    await rateAndSubmit(Ann, reference, "3210000000000");
    await rateAndSubmit(Bob, reference, "2210000000000");
    if (reference === "2016-02") continue;
    await agreeEverything(Lena, reference);
    await commit(Lena, reference);
    await release(Lena);
  }
  const dora = await study.as("Dora");
  const lena = await study.as("Lena");
  await lena.goto("/agreement");
  await expect(lena.getByText("2 cases", { exact: true })).toBeVisible();
  await lena.getByLabel("Which dataset").selectOption({ index: 1 });
  await lena.getByRole("button", { name: "Show" }).click();
  await expect(lena.getByText("1 case", { exact: true })).toBeVisible();
  await expect(lena.getByText(/^Release 1 of /).first()).toBeVisible();
  const factors = lena.getByRole("table", { name: "Agreement on each risk factor" });
  await factors.getByRole("link", { name: "Neglect" }).click();
  await expect(lena.getByText("1 case with two ratings or more")).toBeVisible();
  await dora.goto("/agreement?release=1");
  const [download] = await Promise.all([
    dora.waitForEvent("download"),
    dora.getByRole("link", { name: "text", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^release-1_reliability_.*\.txt$/);

  await test.step("not while a case of it is being rated again", async () => {
    must(await reopenCase(Lena, "2016-01", "A chronology came in"));
    must(await assignCoders(Lena, "2016-01", [Cy.id]));
    await lena.reload();
    await expect(lena).toHaveURL(/\/releases\/1$/);
    const cy = await study.as("Cy");
    await cy.goto("/agreement?release=1");
    await expect(cy.getByRole("heading", { name: "Page not found" })).toBeVisible();
    await lena.goto("/agreement?release=9");
    await expect(lena.getByRole("heading", { name: "Page not found" })).toBeVisible();
  });
});

test("before a case has opened there is nothing to compare", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000");
  const lena = await study.as("Lena");
  await lena.goto("/agreement");
  await expect(lena.getByText("No case has independent ratings")).toBeVisible();
  await lena.goto("/agreement?factor=neglect");
  await expect(lena.getByRole("heading", { level: 1 })).toHaveText("Agreement on Neglect");
  await expect(lena.getByText("No case has independent ratings")).toBeVisible();
  expect((await lena.goto("/agreement?factor=luck"))?.status()).toBe(404);
});
