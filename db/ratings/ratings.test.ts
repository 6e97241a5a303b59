import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstCodebook } from "@/domain/codebook/codebook";
import type { Quote } from "@/domain/ratings/quotes";
import { unrated } from "@/domain/ratings/ratings";
import { getCase } from "../cases/cases";
import { reopenCase } from "../dataset/reopening";
import {
  agreeEverything,
  caseFor,
  commit,
  must,
  pastTheProgram,
  person,
  rateAndSubmit,
  ratingsFrom,
  refusal,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";
import { getReconciliation } from "../reconciliation/reconciliations";
import { write } from "../store/store";
import { currentCodebook, introduceCodebook } from "../study/codebooks";
import { getDraft, saveDraft } from "./drafts";
import { getOwnSubmission, insertSubmission, submitRatings, takeBackSubmission } from "./ratings";

let study: Awaited<ReturnType<typeof temporaryStudy>>;
let lead: Viewer;
let ann: Viewer;
let bob: Viewer;
let cat: Viewer;
let number = 0;
/** A new case that Ann and Bob rate. */
const newCase = () => caseFor(lead, `2016-${++number}`, [ann, bob]);

beforeAll(async () => {
  study = await temporaryStudy();
  lead = await person("Lena", "lead");
  ann = await person("Ann", "coder");
  bob = await person("Bob", "coder");
  cat = await person("Cat", "coder");
});
afterAll(() => study.end());

describe("a draft", () => {
  test("begins with every factor blank and nothing saved", async () => {
    const draft = await getDraft(ann, await newCase());
    expect(draft?.revision).toBe(0);
    expect(draft?.savedAt).toBeNull();
    expect(Object.keys(draft?.ratings ?? {})).toHaveLength(13);
    expect(Object.values(draft?.ratings ?? {})).toEqual(Array(13).fill(unrated));
  });

  test("comes back as it was saved, and a blank comes back as a blank", async () => {
    const reference = await newCase();
    const ratings = await ratingsFrom(ann, reference, "3-0----------", "Page 4");
    const other = {
      level: "low",
      note: "",
      unsure: true,
      quotes: [
        { text: "“Left alone”,\nit says", page: "7", place: "paragraph 3", at: 120 },
        { text: "Typed by hand", page: "", place: "", at: null },
      ],
      themes: ["child_behaviour", "something_else"],
      description: "Two lines:\nof “text”, with 'quotes'",
    };
    const saved = must(await saveDraft(ann, reference, 0, { ...ratings, other }));
    expect(saved.revision).toBe(1);
    const draft = await getDraft(ann, reference);
    expect(draft?.ratings).toEqual({ ...ratings, other });
    expect(draft?.ratings.neglect?.level).toBe("high");
    expect(draft?.ratings.emotional_abuse).toEqual({ ...unrated, note: "Page 4" });
    expect(draft?.ratings.physical_abuse?.level).toBe("not_indicated");
    expect(draft?.savedAt).toBe(saved.savedAt);
  });

  test("keeps quotes trimmed, and refuses one without a passage beside its field", async () => {
    const reference = await newCase();
    const ratings = await ratingsFrom(ann, reference, "3------------");
    const quoting = (...quotes: Quote[]) => ({
      ...ratings,
      neglect: { ...unrated, level: "high", quotes },
    });
    const left: Quote = { text: " Left alone ", page: "7 ", place: "", at: null };
    must(await saveDraft(ann, reference, 0, quoting(left)));
    const stored = (await getDraft(ann, reference))?.ratings.neglect?.quotes;
    expect(stored).toEqual([{ text: "Left alone", page: "7", place: "", at: null }]);
    expect(await saveDraft(ann, reference, 1, quoting(left, { ...left, text: "" }))).toEqual(
      refusal("neglect.quotes.1.text", "Enter the passage that stands there"),
    );
    must(await saveDraft(ann, reference, 1, quoting()));
    expect((await getDraft(ann, reference))?.ratings.neglect?.quotes).toEqual([]);
  });

  test("has a level taken away again when the coder clears it", async () => {
    const reference = await newCase();
    must(await saveDraft(ann, reference, 0, await ratingsFrom(ann, reference, "3210000000000")));
    must(await saveDraft(ann, reference, 1, await ratingsFrom(ann, reference, "-210000000000")));
    expect((await getDraft(ann, reference))?.ratings.neglect?.level).toBeNull();
  });

  test("is not overwritten from a tab that is out of date", async () => {
    const reference = await newCase();
    const inOneTab = await ratingsFrom(ann, reference, "3210000000000", "From one tab");
    const inAnother = await ratingsFrom(ann, reference, "0000000000000", "From another");
    must(await saveDraft(ann, reference, 0, inOneTab));
    const refused = refusal(
      "revision",
      "This case was changed in another tab or window. What you typed here has not been saved.",
    );
    expect(await saveDraft(ann, reference, 0, inAnother)).toEqual(refused);
    expect(await saveDraft(ann, reference, 2, inAnother)).toEqual(refused);
    const draft = await getDraft(ann, reference);
    expect([draft?.revision, draft?.ratings]).toEqual([1, inOneTab]);
  });
});

test("a draft that was never saved has no other revision that could be sent again", async () => {
  const reference = await newCase();
  const blank = await ratingsFrom(ann, reference, "-------------");
  expect(await saveDraft(ann, reference, 2, blank)).toMatchObject({ kind: "refused" });
  expect((await getDraft(ann, reference))?.revision).toBe(0);
});

test("the same draft sent again, because the answer was lost, is taken for what it is", async () => {
  const reference = await newCase();
  const ratings = await ratingsFrom(ann, reference, "3210000000000", "Page 4");
  const saved = must(await saveDraft(ann, reference, 0, ratings));
  expect(must(await saveDraft(ann, reference, 0, ratings))).toEqual(saved);
  expect((await getDraft(ann, reference))?.revision).toBe(1);
});

describe("submitting", () => {
  test("needs all 13 levels, and names the one that is missing", async () => {
    const reference = await newCase();
    const ratings = await ratingsFrom(ann, reference, "32100000-0000");
    must(await saveDraft(ann, reference, 0, ratings));
    expect(await submitRatings(ann, reference, 1)).toEqual(
      refusal(
        "parental_self_harm_suicide.level",
        "Select a level for Parental self-harm or suicide",
      ),
    );
    expect(await getOwnSubmission(ann, reference)).toBeNull();
    expect((await getCase(ann, reference))?.coders?.map((one) => one.submitted)).toEqual([
      false,
      false,
    ]);
  });

  test("of Other above Not indicated needs a theme and a description", async () => {
    const reference = await newCase();
    const ratings = await ratingsFrom(ann, reference, "0000000000001");
    const undescribed = { ...ratings, other: { ...unrated, level: "low", description: "  " } };
    must(await saveDraft(ann, reference, 0, undescribed));
    expect(await submitRatings(ann, reference, 1)).toEqual({
      kind: "refused",
      problems: [
        { field: "other.themes", message: "Select at least one theme for Other" },
        {
          field: "other.description",
          message: "Describe the risk that you rated under Other",
        },
      ],
    });
  });

  test("is of the ratings that were checked, not of later ones", async () => {
    const reference = await newCase();
    const ratings = await ratingsFrom(ann, reference, "3210000000000");
    must(await saveDraft(ann, reference, 0, ratings));
    must(await saveDraft(ann, reference, 1, ratings));
    expect(await submitRatings(ann, reference, 1)).toEqual(
      refusal(
        "revision",
        "Your ratings were changed in another tab or window since you opened this page. Check them again.",
      ),
    );
    expect(await getOwnSubmission(ann, reference)).toBeNull();
  });

  test("leaves the coder with what they submitted, and no draft", async () => {
    const reference = await newCase();
    const plain = await ratingsFrom(ann, reference, "3210000000301", "Page 4");
    const quotes = [{ text: "He was left alone", page: "7", place: "", at: 120 }];
    const ratings = { ...plain, neglect: { ...unrated, level: "high", quotes } };
    must(await saveDraft(ann, reference, 0, ratings));
    must(await submitRatings(ann, reference, 1));
    expect((await getOwnSubmission(ann, reference))?.ratings).toEqual(ratings);
    expect(await getDraft(ann, reference)).toBeNull();
    expect(await saveDraft(ann, reference, 1, ratings)).toEqual({ kind: "not_found" });
    expect(await submitRatings(ann, reference, 1)).toEqual({ kind: "not_found" });
  });
});

const sql = (text: string, ...values: unknown[]) =>
  pastTheProgram(study.dataDir, (db) => {
    const statement = db.prepare(text);
    return statement.reader ? statement.all(...values) : statement.run(...values);
  });

describe("a submission", () => {
  test("is counted by coder: each one's first attempt is 1", async () => {
    const reference = await newCase();
    await rateAndSubmit(ann, reference, "3210000000000");
    must(await takeBackSubmission(ann, reference));
    await rateAndSubmit(bob, reference, "3210000000000");
    must(await saveDraft(ann, reference, 1, await ratingsFrom(ann, reference, "0210000000000")));
    must(await submitRatings(ann, reference, 2));
    expect((await getOwnSubmission(ann, reference))?.ratings.neglect?.level).toBe("not_indicated");
    const attempts = `select p.name, s.attempt from rating_submissions s
      join assignments a on a.id = s.assignment_id join people p on p.id = a.coder_id
      join cases c on c.id = s.case_id where c.reference = ? order by p.name, s.attempt`;
    expect(sql(attempts, reference)).toEqual([
      { name: "Ann", attempt: 1 },
      { name: "Ann", attempt: 2 },
      { name: "Bob", attempt: 1 },
    ]);
  });

  test("never lacks a level, whoever in db/ stores it", async () => {
    const reference = await newCase();
    const book = await currentCodebook();
    const [{ id: caseId }] = sql("select id from cases where reference = ?", reference) as [
      { id: string },
    ];
    const stored = write((tx) =>
      insertSubmission(tx, book, {}, { caseId, importedCoder: "Coder X", attempt: 1 }),
    );
    await expect(stored).rejects.toThrow("No level for neglect");
    expect(sql("select id from rating_submissions where case_id = ?", caseId)).toEqual([]);
  });

  test("does not open a case that has one coder only, however that came about", async () => {
    const reference = await caseFor(lead, `2016-${++number}`, []);
    sql(
      `insert into assignments (id, case_id, coder_id, joined_later, assigned_at)
       select 'alone', id, ?, 0, made_at from cases where reference = ?`,
      ann.id,
      reference,
    );
    await rateAndSubmit(ann, reference, "3210000000000");
    expect((await getCase(lead, reference))?.stage).toBe("coding");
    expect(await getReconciliation(lead, reference)).toBeNull();
  });

  test("does not count once its coder was released, however that came about", async () => {
    const reference = await caseFor(lead, `2016-${++number}`, [ann, bob, cat]);
    for (const coder of [ann, bob, cat]) await rateAndSubmit(coder, reference, "3210000000000");
    expect((await getReconciliation(lead, reference))?.letters).toEqual(["A", "B", "C"]);
    sql(
      `insert into assignment_releases (assignment_id, reason, released_at)
       select a.id, 'Ill', a.assigned_at from assignments a join cases c on c.id = a.case_id
       where c.reference = ? and a.coder_id = ?`,
      reference,
      cat.id,
    );
    expect((await getReconciliation(lead, reference))?.letters).toEqual(["A", "B"]);
  });

  test("can be taken back, changed and submitted again until the case opens", async () => {
    const reference = await newCase();
    await rateAndSubmit(ann, reference, "3210000000000");
    must(await takeBackSubmission(ann, reference));
    expect(await getOwnSubmission(ann, reference)).toBeNull();
    expect((await getDraft(ann, reference))?.ratings.neglect?.level).toBe("high");
    expect(await takeBackSubmission(ann, reference)).toEqual({ kind: "not_found" });

    await rateAndSubmit(bob, reference, "0000000000000");
    expect((await getCase(ann, reference))?.stage).toBe("coding");
    await rateAndSubmit(ann, reference, "1210000000000");
    expect((await getCase(ann, reference))?.stage).toBe("open");
    expect(await takeBackSubmission(ann, reference)).toEqual({ kind: "not_found" });
    expect(await takeBackSubmission(bob, reference)).toEqual({ kind: "not_found" });
    const opened = await getReconciliation(ann, reference);
    const neglect = opened?.rows.find((row) => row.factor.key === "neglect");
    expect([...(neglect?.given ?? [])].sort()).toEqual(["low", "not_indicated"]);
  });

  test("stays as it was, row for row, when the case is committed and reopened", async () => {
    const reference = await newCase();
    await rateAndSubmit(ann, reference, "3210000000000", "Ann’s note");
    await rateAndSubmit(bob, reference, "1100000000200", "Bob’s note");
    const submitted = () =>
      pastTheProgram(study.dataDir, (db) =>
        db
          .prepare(
            `select r.* from submitted_ratings r join rating_submissions s on s.id = r.submission_id
             join cases c on c.id = s.case_id where c.reference = ?
             order by r.submission_id, r.factor`,
          )
          .all(reference),
      );
    const before = submitted();
    expect(before).toHaveLength(26);
    await agreeEverything(lead, reference);
    await commit(lead, reference);
    must(await reopenCase(lead, reference, "A later page was missed"));
    await commit(lead, reference);
    expect(submitted()).toEqual(before);
    expect((await getOwnSubmission(ann, reference))?.ratings.neglect).toMatchObject({
      level: "high",
      note: "Ann’s note",
    });
  });

  test("keeps the codebook it was made under when a new one comes", async () => {
    const under = (reference: string) =>
      pastTheProgram(study.dataDir, (db) =>
        db
          .prepare(
            `select distinct r.codebook_version from submitted_ratings r
             join rating_submissions s on s.id = r.submission_id
             join cases c on c.id = s.case_id where c.reference = ?`,
          )
          .pluck()
          .all(reference),
      );
    const begun = await newCase();
    await rateAndSubmit(ann, begun, "3210000000000");
    await write((tx) => introduceCodebook(tx, { ...(firstCodebook as object), version: "second" }));
    await rateAndSubmit(bob, begun, "3210000000000");
    const later = await newCase();
    await rateAndSubmit(ann, later, "3210000000000");
    expect([under(begun), under(later)]).toEqual([["0.1"], ["second"]]);
    expect((await getOwnSubmission(ann, begun))?.codebook.version).toBe("0.1");
    expect((await getDraft(bob, later))?.codebook.version).toBe("second");
  });
});
