import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pastTheProgram } from "@/db/fixtures";

/* The commands as an operator types them: each is a process of its own. */

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "concord-"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs `concord` with these arguments; `typed` is what comes on standard input. */
function concord(args: readonly string[], typed = "") {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(".next", "programs", "concord.mjs"), ...args],
    {
      encoding: "utf8",
      input: typed,
      env: { ...process.env, CONCORD_DATA_DIR: join(home, "data") },
    },
  );
  return { status, out: stdout.trimEnd().split("\n"), errors: stderr.trimEnd().split("\n") };
}

const nothing = [""];
const addPerson = (name: string, roles: string, password: string) => {
  const email = `${name}@example.org`;
  return concord(["person", "add", "--name", name, "--email", email, "--roles", roles], password);
};

test("a study is set up from the command line", () => {
  expect(addPerson("Ann", "coder", "a password of Ann\n")).toEqual({
    status: 0,
    out: ["Added Ann (ann@example.org)."],
    errors: nothing,
  });
  addPerson("Bob", "coder,lead", "a password of Bob\r\nand a second line");
  expect(concord(["person", "list"]).out).toEqual([
    "Ann\tann@example.org\tcoder",
    "Bob\tbob@example.org\tcoder, lead",
  ]);
  const added = concord([
    ...["case", "add", "--reference", "2016-01", "--sample", "2016"],
    ...["--case-type", "public_s31", "--incident-type", "neglect_fatal"],
  ]);
  expect(added).toEqual({ status: 0, out: ["Registered case 2016-01."], errors: nothing });
  const coders = "ann@example.org, Bob@example.org";
  expect(concord(["case", "assign", "--case", "2016-01", "--coders", coders]).out).toEqual([
    "Assigned 2 coders to case 2016-01.",
  ]);
  expect(concord(["case", "list"]).out).toEqual([
    "2016-01\t2016\tpublic_s31\tCoding\t0 of 2 submitted",
  ]);
}, 30_000);

test("the second factor is required and made optional; a lost one is removed", () => {
  const dataDir = join(home, "data");
  expect(concord(["second-factor", "require"])).toEqual({
    status: 0,
    out: ["Everyone must sign in with a second factor now. Whoever has none is led to set it up."],
    errors: nothing,
  });
  expect(isRequired(dataDir)).toBe(1);
  expect(concord(["second-factor", "optional"]).out).toEqual([
    "A second factor is up to each person now. Whoever has one still signs in with it.",
  ]);
  expect(isRequired(dataDir)).toBe(0);

  pastTheProgram(dataDir, (db) =>
    db.exec(`insert into second_factors (id, person_id, sealed_key, made_at, confirmed_at)
      select 'one', id, 'sealed', '2026-11-23', '2026-11-23' from people where name = 'Ann'`),
  );
  expect(concord(["person", "list"]).out[0]).toBe("Ann\tann@example.org\tcoder\tsecond factor");
  expect(concord(["person", "remove-second-factor", "Ann@example.org"])).toEqual({
    status: 0,
    out: ["Removed the second factor of Ann (ann@example.org)."],
    errors: nothing,
  });
  expect(concord(["person", "list"]).out[0]).toBe("Ann\tann@example.org\tcoder");
}, 30_000);

const isRequired = (dataDir: string) =>
  pastTheProgram(dataDir, (db) =>
    db.prepare("select second_factor_required from study").pluck().get(),
  );

test("cases are imported from files and exported into a directory", () => {
  const reference = (name: string) => join("commands", "demo", "reference", name);
  expect(
    concord([
      ...["import", "cases", reference("cases.csv"), "--children", reference("children.csv")],
      ...["--periods", reference("involvement_periods.csv")],
      ...["--ratings", reference("independent_ratings_2015.csv")],
    ]),
  ).toEqual({
    status: 0,
    out: [
      "Imported 86 cases (82 committed), 113 index children, 153 involvement periods and 64 sets of independent ratings.",
    ],
    errors: nothing,
  });
  const out = join(home, "out");
  expect(concord(["export", "--out", out]).status).toBe(0);
  expect(readdirSync(out).sort()).toEqual([
    ...["actions.csv", "actions.sav", "agreed-ratings-long.csv", "agreed-ratings-long.sav"],
    ...["agreed-ratings.csv", "agreed-ratings.sav", "children.csv", "children.sav"],
    ...["dataset.xlsx", "dataset.zip", "involvement-periods.csv", "involvement-periods.sav"],
    ...["practice.csv", "practice.sav", "ratings.csv", "ratings.sav"],
    ...["sensitivity.csv", "sensitivity.sav"],
  ]);
  const firstFour = (line: string) => line.split(",").slice(0, 4).join(",");
  const written = readFileSync(join(out, "children.csv"), "utf8").split("\n").map(firstFour);
  expect(written.join("\n")).toBe(readFileSync(reference("children.csv"), "utf8"));
}, 30_000);

describe("what goes wrong is told in a sentence on standard error, with exit code 1:", () => {
  const told = (...errors: string[]) => ({ status: 1, out: nothing, errors });

  test("faults in a file, each of them", () => {
    const file = join(home, "two-faults.csv");
    const text = readFileSync(join("commands", "demo", "reference", "cases.csv"), "utf8");
    const [header = "", row = ""] = text.split("\n");
    const cells = row.replace("2012-01", "2012-99").split(",");
    writeFileSync(file, `${header}\n${cells.with(9, "Med.").with(19, "1").join(",")}\n`);
    expect(concord(["import", "cases", file])).toEqual(
      told(
        "two-faults.csv, row 2, column neglect: “Med.” found, expected 0, 1, 2, 3 or blank",
        "two-faults.csv, row 2, column child_protection_plan: “1” found, expected 0, 2, 3 or blank",
        "Nothing was imported: 2 faults found.",
      ),
    );
  });

  test("a file that is not there", () => {
    expect(concord(["import", "cases", "nowhere.csv"])).toEqual(
      told("There is no file nowhere.csv."),
    );
  });

  test("a release that is not there, or is no number", () => {
    const release = (number: string) =>
      concord(["export", "--out", join(home, "release"), "--release", number]);
    expect(release("7")).toEqual(told("There is no release 7."));
    expect(release("first")).toEqual(told("Give --release the number of a release, such as 1."));
  }, 30_000);

  test("a password that is too short", () => {
    expect(addPerson("Cat", "coder", "short\n")).toEqual(
      told("Enter a password of at least 12 characters"),
    );
  });

  test("a coder whom nobody knows", () => {
    const coders = "cat@example.org";
    expect(concord(["case", "assign", "--case", "2016-01", "--coders", coders])).toEqual(
      told("There is no coder with the address cat@example.org."),
    );
  });

  test("a second factor of nobody, or of somebody who has none", () => {
    const remove = (...email: string[]) => concord(["person", "remove-second-factor", ...email]);
    expect(remove()).toEqual(told("Give the person’s email address."));
    expect(remove("cat@example.org")).toEqual(
      told("Nobody has an account with the address cat@example.org."),
    );
    expect(remove("ann@example.org")).toEqual(told("Ann has no second factor."));
  }, 30_000);

  test("a command that does not exist, with the ones that do", () => {
    const { status, errors } = concord(["case", "delete", "2016-01"]);
    expect(status).toBe(1);
    expect(errors.slice(0, 2)).toEqual([
      "There is no command “case delete 2016-01”.",
      "Concord commands:",
    ]);
  });
});
