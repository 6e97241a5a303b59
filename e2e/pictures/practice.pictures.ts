import { caseFor, must } from "@/db/fixtures";
import {
  draftPractice,
  practiceCaseFor,
  practise,
  saveRequirement,
} from "@/db/practice-cases/practice.fixtures";
import { problems } from "../page";
import { expect, test } from "../study";
import { picture, pictureOf } from "./camera";

/* Not a test: `npm run pictures` takes these, of practice cases. */

test.setTimeout(600_000);

test("practice cases, for leads and for coders", async ({ study }) => {
  const { Lena, Ann, Bob } = study.people;
  const [lead, coder] = [await study.as("Lena"), await study.as("Ann")];
  await pictureOf(lead, "/practice", "practice-none");
  await lead.goto("/practice/new");
  await lead.getByRole("button", { name: "Make the practice case" }).click();
  await expect(problems(lead)).toBeVisible();
  await picture(lead, "practice-new-problems");
  await practiceCaseFor(Lena);
  await practiceCaseFor(Lena, "1100301000200");
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  must(await saveRequirement(Lena, { cases: 1, percent: 80 }));
  await practise(Bob, 1, "1300000000002");
  await pictureOf(lead, "/practice", "practice-team");
  await pictureOf(lead, "/practice/1", "practice-references");
  await pictureOf(lead, "/practice/1/change", "practice-change");
  await pictureOf(lead, "/settings", "settings-practice");
  await pictureOf(lead, "/cases/new", "register-yet-to-practise");
  await pictureOf(coder, "/", "work-yet-to-practise");
  await pictureOf(coder, "/cases/2016-01/rate", "practise-first");
  await pictureOf(coder, "/practice", "practice-own");
  await pictureOf(coder, "/practice/1/rate", "practice-rate");
  await draftPractice(Ann, 2, "1100301000000");
  await pictureOf(coder, "/practice/2/rate/check", "practice-check");
  await practise(Ann, 1, "1200000000000", "Page 2");
  await pictureOf(coder, "/practice/1", "practice-comparison");
});
