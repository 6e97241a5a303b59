import { firstCodeLists } from "@/domain/code-lists/code-lists";
import type { Codebook } from "@/domain/codebook/codebook";
import firstFile from "@/domain/codebook/first-codebook.json" with { type: "json" };
import type { CaseDraft } from "@/domain/import/draft";
import { pastTheProgram, person, release } from "../fixtures";
import { draftOf, imported } from "../imports/drafts.fixtures";
import { type Viewer, viewerOf } from "../people/people";
import { write } from "../store/store";
import { introduceCodebook } from "../study/codebooks";
import { allTypedIn, numbers, type TypedPlace, typedIn } from "./formula-places.fixtures";

const lists = ["case_type", "incident_type", "methodology", "involvement"] as const;
const otherLists = ["submission_kind", "practice_theme", "action_status"] as const;
const own = (index: number) => `own_${index}`;

/**
 * A study in which everything that can be typed begins like a formula, or has one in it, some of it
 * past the program, because forms and imports take blanks round a text away: with a release, of
 * which each record was changed before the next release. Its lead.
 */
export async function formulaStudy(dataDir: string): Promise<Viewer> {
  const { id } = await person("Lena", "lead", "coder");
  const codebook = await write((tx) => introduceCodebook(tx, codebookFile()));
  pastTheProgram(dataDir, (db) => {
    const list = db.prepare(
      "insert into code_list_versions (list, version, content, made_at) values (?, 2, ?, '2016-01-01T00:00:00.000Z')",
    );
    for (const name of [...lists, ...otherLists]) {
      const { values } = firstCodeLists[name];
      const more = numbers.map((index) => ({
        ...{ key: own(index), label: typedIn(name, index) },
        ...(name === "case_type" && { lawGroup: "public", asksWhich: true }),
        ...(name === "incident_type" && { fatal: true }),
      }));
      list.run(name, JSON.stringify([...values, ...more]));
    }
    db.prepare("update people set name = ?").run(allTypedIn("lead").join("\n"));
    db.prepare("update study set licence = ?, licence_address = ?").run(
      allTypedIn("licence").join("\n"),
      "https://licences.example/",
    );
    const context = numbers.map((index) => ({
      ...{ part: "table_2", label: typedIn("context_label", index) },
      figure: typedIn("context_figure", index),
      source: typedIn("context_source", index),
    }));
    db.prepare("insert into context_figures values (1, ?, '2016-01-01T00:00:00.000Z', null)").run(
      JSON.stringify(context),
    );
  });
  const lead = await viewerOf(id);
  if (!lead) throw new Error("The lead is not there");
  await imported(lead, [...numbers.map((index) => ratedCase(codebook, index)), ...leftOut]);
  typeRatings(dataDir, codebook);
  await release(lead, allTypedIn("release_note").join("\n"));
  typeRecords(dataDir);
  await release(lead, allTypedIn("release_note").join("\n"));
  return lead;
}

function codebookFile() {
  const level = (scale: "level" | "child_protection_plan") =>
    firstFile.scales[scale].map((one) => ({ ...one, label: typedIn("level", one.score) }));
  return {
    ...firstFile,
    version: "2",
    scales: { level: level("level"), child_protection_plan: level("child_protection_plan") },
    other_themes: numbers.map((index) => ({
      ...{ key: `theme_${index}`, label: typedIn("other_theme", index) },
    })),
    factors: firstFile.factors.map((one, index) => ({ ...one, label: typedIn("factor", index) })),
  };
}

const highest = ({ factors }: Codebook) =>
  Object.fromEntries(factors.map(({ key, levels }) => [key, levels[0]?.key ?? ""]));

function ratedCase(codebook: Codebook, index: number): CaseDraft {
  const codes = { caseType: own(index), incidentType: own(index), methodology: own(index) };
  const reason = typedIn("agreed_reason", index);
  return draftOf(`2012-${index + 10}`, {
    levels: highest(codebook),
    decided: { neglect: { way: "after_discussion", reason, tags: [] } },
    facts: { sample: "2012", ...codes, involvement: own(index), submissionKind: own(index) },
  });
}

const leftOut = numbers.map((index) =>
  draftOf(`2011-${index + 10}`, {
    facts: {
      ...{ sample: "2011", caseType: own(index), incidentType: own(index), included: false },
      exclusionReason: "Too thin",
    },
  }),
);

/** Two sets of ratings of each rated case, one by a coder whose name is typed. */
function typeRatings(dataDir: string, { version, factors }: Codebook): void {
  pastTheProgram(dataDir, (db) => {
    const submission = db.prepare(
      `insert into rating_submissions (id, case_id, imported_coder, attempt, submitted_at)
       select ?, id, ?, 1, '2016-01-01T00:00:00.000Z' from cases where reference = ?`,
    );
    const rating = db.prepare(
      `insert into submitted_ratings (submission_id, codebook_version, factor, level, note, themes,
         description) values (?, ?, ?, ?, ?, ?, ?)`,
    );
    const dissent = db.prepare("insert into imported_dissents values (?, ?, 'neglect', ?, ?)");
    const level = factors.find(({ key }) => key === "neglect")?.levels[0]?.key;
    for (const index of numbers)
      for (const coder of [typedIn("coder", index % 3), "Another"]) {
        const id = `${index} ${coder}`;
        submission.run(id, coder, `2012-${index + 10}`);
        for (const { key, levels, takesThemes } of factors) {
          const themes = takesThemes ? [`theme_${index}`] : [];
          const note = key === "neglect" ? typedIn("note", index) : "";
          const description = takesThemes ? typedIn("other_description", index) : "";
          rating.run(id, version, key, levels[0]?.key, note, JSON.stringify(themes), description);
        }
        dissent.run(id, version, level, typedIn("dissent", index));
      }
  });
}

/** The next revision of every record, with what is typed in it and why. */
function typeRecords(dataDir: string): void {
  pastTheProgram(dataDir, (db) => {
    const record = db.prepare(
      `insert into case_records (case_id, revision, sample, case_type, incident_type, methodology,
         involvement, submission_kind, included, exclusion_reason, case_type_detail,
         incident_rationale, reason, recorded_at)
       select id, 2, @sample, @code, @code, @code, @code, @code, @included, @exclusion_reason,
         @case_type_detail, @incident_rationale, @record_reason, '2016-01-02T00:00:00.000Z'
       from cases where reference = @reference`,
    );
    const idOf = db.prepare("select id from cases where reference = ?").pluck();
    const point = db.prepare("insert into practice_points values (?, 2, 1, 'strength', ?, ?)");
    const action = db.prepare("insert into case_actions values (?, 2, 1, ?, ?)");
    for (const index of numbers)
      for (const [year, included] of [
        [2012, 1],
        [2011, 0],
      ]) {
        const reference = `${year}-${index + 10}`;
        const typed = (place: TypedPlace) => typedIn(place, index);
        record.run({
          ...{ reference, included, code: own(index) },
          sample: typedIn("sample", included ? index % 3 : 3 + (index % 37)),
          exclusion_reason: included ? "" : typed("exclusion_reason"),
          case_type_detail: included ? typed("case_type_detail") : "",
          incident_rationale: included ? typed("incident_rationale") : "",
          record_reason: typed("record_reason"),
        });
        if (!included) continue;
        const id = idOf.get(reference);
        point.run(id, own(index), typed("practice"));
        action.run(id, typed("action"), own(index));
      }
  });
}
