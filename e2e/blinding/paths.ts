import { exportFiles } from "@/db/exports/dataset";
import { uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { coderKeys, comer } from "@/domain/agreement/coders";
import { stageTables } from "@/domain/agreement/crossings";
import { sections } from "@/domain/case-record/case-record";
import { codeListNames, firstCodeLists } from "@/domain/code-lists/code-lists";
import { stages } from "@/domain/workflow";
import { routesOfBuild } from "../built";
import { importOfTests } from "./imported";
import { blindCases, type People, references } from "./world";

/*
 * What stands for the parameters of the routes, and behind the question marks of those that filter
 * a list. The routes themselves come from the build.
 */

const missing = "00000000-0000-4000-8000-000000000000";

const ofCases = (place: string) => () =>
  references.map((reference) => `/cases/${reference}${place}`);
const ofUploads = (place: string) => () =>
  [uploadOfTests, missing].map((id) => `/import/${id}${place}`);
const ofPractice = (place: string) => () =>
  ["1", "9", "first"].map((number) => `/practice/${number}${place}`);
/** Theirs if nobody who came before them wishes for the same. */
const letterOf = ({ id }: { id: string }) => coderKeys([comer(id)]).get(id) ?? "";
const of = (path: string) => () => [path];

/** A path and the pattern of the route that answers it. */
export interface Address {
  readonly pattern: string;
  readonly path: string;
}

const expansions: Readonly<Record<string, (people: People) => string[]>> = {
  "/": () => ["/", "/?verb=reconcile"],
  "/_global-error": of("/_global-error"),
  "/_not-found": () => ["/_not-found", "/no-such-page"],
  "/account": of("/account"),
  "/account/second-factor": of("/account/second-factor"),
  "/account/second-factor/remove": of("/account/second-factor/remove"),
  "/api/auth/[...nextauth]": () =>
    ["signin", "signin/credentials", "callback/credentials", "session", "csrf", "providers"].map(
      (place) => `/api/auth/${place}`,
    ),
  "/agreement": ({ Ann, Bob }) => [
    "/agreement",
    "/agreement?sample=2016&look=without",
    "/agreement?release=1",
    "/agreement?look=with",
    "/agreement?names=shown",
    `/agreement?coder=${letterOf(Ann)}&coder=${letterOf(Bob)}`,
    "/agreement?view=stages",
    "/agreement?view=risk",
    "/agreement?window=1",
    "/agreement?view=time",
    "/agreement?from=2016-01-01&to=2016-01-02",
    "/agreement?factor=neglect",
    "/agreement?factor=neglect&cell=3-1",
    `/agreement?factor=neglect&pair=${letterOf(Ann)}-${letterOf(Bob)}`,
    ...stageTables.map((stage) => `/agreement?factor=neglect&stage=${stage}&cell=3-1`),
  ],
  "/agreement/[file]": () =>
    [
      ...["reliability.txt", "reliability.docx", "reliability.txt?sample=2016&names=shown"],
      "reliability.txt?release=1",
    ].map((file) => `/agreement/${file}`),
  "/board": ({ Bob }) => [
    "/board",
    ...Object.keys(stages).map((stage) => `/board?stage=${stage}`),
    `/board?coder=${Bob.id}&sample=2016`,
    "/board?overdue=yes",
    "/board?after=2016-04",
  ],
  "/board/assign": ({ Ann, Bob, Cy, Olga }) => {
    const among = [Ann, Bob, Cy, Olga].map(({ id }) => `coders=${id}`).join("&");
    const cases = references.map((reference) => `cases=${reference}`).join("&");
    return [
      "/board/assign",
      "/board/assign?all=yes&stage=coding",
      `/board/assign?${cases}&${among}&how=balanced&each=3&show=yes`,
      `/board/assign?${cases}&coders=${Cy.id}&how=every&third=${Olga.id}&each=2&show=yes`,
      `/board/assign?${cases}&how=every&seed=x&show=yes`,
    ];
  },
  "/board/replace": (people) => [
    "/board/replace",
    ...Object.values(people).map(
      ({ id }) => `/board/replace?left=${id}&coders=${people.Olga.id}&seed=7&show=yes`,
    ),
  ],
  "/cases": () => [
    "/cases",
    ...Object.keys(stages).map((stage) => `/cases?stage=${stage}`),
    "/cases?sample=2016&stage=coding",
    "/cases?sample=2012",
    "/cases?after=2016-04",
    "/cases?sort=riskRating&order=descending",
  ],
  "/cases/[reference]": ofCases(""),
  "/cases/[reference]/hand-back": ofCases("/hand-back"),
  "/cases/[reference]/rate": ofCases("/rate"),
  "/cases/[reference]/rate/check": ofCases("/rate/check"),
  "/cases/[reference]/record": ofCases("/record"),
  "/cases/[reference]/record/[section]": () => [
    ...ofCases("/record/incident")(),
    ...Object.keys(sections).map((section) => `/cases/2016-02/record/${section}`),
  ],
  "/cases/[reference]/record/check": ofCases("/record/check"),
  "/cases/[reference]/record/history": ofCases("/record/history"),
  "/cases/[reference]/reconcile": () => [
    ...ofCases("/reconcile")(),
    "/cases/2016-01/reconcile?show=undecided",
  ],
  "/cases/[reference]/reconcile/commit": ofCases("/reconcile/commit"),
  "/cases/[reference]/reconcile/events": ofCases("/reconcile/events"),
  "/cases/[reference]/reopen": ofCases("/reopen"),
  "/cases/[reference]/second-look": ofCases("/second-look"),
  "/cases/[reference]/second-look/check": ofCases("/second-look/check"),
  "/cases/new": of("/cases/new"),
  "/code-lists": of("/code-lists"),
  "/code-lists/[list]": () =>
    [...Object.keys(codeListNames), "factors"].map((list) => `/code-lists/${list}`),
  "/codebook": () => ["/codebook", "/codebook?version=1"],
  "/dataset": () => [
    "/dataset",
    ...firstCodeLists.case_type.values.map(({ key }) => `/dataset?caseType=${key}`),
    "/dataset?sample=2016&caseType=public_s31",
    "/dataset?sample=2012",
    "/dataset?after=2016-04",
    "/dataset?sort=riskRating&order=descending",
  ],
  "/export": () => [
    "/export",
    "/export?release=1",
    "/export?show=methods",
    "/export?show=methods&release=1",
    "/export?show=methods&samples=2016&analysed=yes&freeText=yes",
    "/export?columns-ratings=level&columns-children=nothing",
    ...references.map((reference) => `/export?references=${reference}&show=methods`),
  ],
  // The first stands for all where few are asked for: not the zip, which takes long to make.
  "/export/[file]": () =>
    [
      "agreed-ratings.csv?freeText=yes&samples=2016",
      ...exportFiles.map(({ name }) => name),
      "dataset.zip?freeText=yes",
      "agreed-ratings.csv?release=1",
      "ratings.csv?release=1",
      "dataset.zip?freeText=yes&release=1",
      "ratings.csv?freeText=yes&analysed=yes",
      "sensitivity.csv?columns-sensitivity=risk_rating_a",
      ...references.map((reference) => `ratings.csv?references=${reference}`),
      "publication.xlsx",
      "publication.xlsx?release=1",
      "nothing.csv",
    ].map((file) => `/export/${file}`),
  "/first-run": of("/first-run"),
  "/icon.svg": of("/icon.svg"),
  "/import": () => ["/import", "/import?problem=large"],
  "/import/[upload]": ofUploads(""),
  "/import/[upload]/check": () =>
    ["/check", "/check?changesAfter=1&totalsAfter=1"].flatMap((place) => ofUploads(place)()),
  "/import/[upload]/faults": ofUploads("/faults"),
  "/import/[upload]/values": ofUploads("/values"),
  "/import/upload": of("/import/upload"),
  "/imports/[import]": () =>
    [importOfTests, `${importOfTests}?casesAfter=1&totalsAfter=1`, missing].map(
      (id) => `/imports/${id}`,
    ),
  "/people": of("/people"),
  "/people/[id]": (people) =>
    [...Object.values(people).map(({ id }) => id), missing].map((id) => `/people/${id}`),
  "/practice": of("/practice"),
  "/practice/[number]": ofPractice(""),
  "/practice/[number]/change": ofPractice("/change"),
  "/practice/[number]/rate": ofPractice("/rate"),
  "/practice/[number]/rate/check": ofPractice("/rate/check"),
  "/practice/new": of("/practice/new"),
  "/precedents": () => [
    "/precedents",
    "/precedents?factor=neglect",
    "/precedents?text=visits",
    "/precedents?factor=neglect&text=quince",
  ],
  "/releases": of("/releases"),
  "/releases/[number]": () => ["2", "1", "9", "first"].map((number) => `/releases/${number}`),
  "/samples": of("/samples"),
  "/session": of("/session"),
  "/settings": of("/settings"),
  "/sign-in/code": of("/sign-in/code"),
  "/sign-out": of("/sign-out"),
  "/sign-in": () => ["/sign-in", "/sign-in?again=yes", "/sign-in?callbackUrl=%2Fdataset"],
  "/tables": () => [
    "/tables",
    "/tables?sample=2016",
    "/tables?sample=2012",
    "/tables?release=1",
    "/tables?release=1&view=publication",
    "/tables?view=publication",
  ],
  "/tables/context": of("/tables/context"),
  // The first stands for all where few are asked for: not a picture, which takes long to make.
  "/tables/[file]": () =>
    [
      "table_10.csv?sample=2016",
      ...["table_1.csv", "table_10.xlsx", "table_10.docx", "chart_1.svg?sample=2016"],
      ...["chart_1.png", "table_10.csv?release=1", "table_10.csv?release=1&view=publication"],
      ...["table_10.csv?view=publication", "report.docx", "table_2.csv"],
      ...["case_mix.csv?sample=2016", "table_10_intervals.xlsx", "factors_together.docx"],
      ...["practice_strengths.csv", "case_mix.csv?release=1", "mean_by_coder.csv?sample=2016"],
      ...["mean_by_coder.docx", "table_10_by_coder.csv", "range_by_coder.xlsx"],
      ...["chart_1_by_coder.svg?sample=2016", "chart_2_by_coder.csv", "other_themes.csv"],
      ...["mean_by_coder.csv?release=1", "mean_by_coder.csv?release=1&view=publication"],
    ].map((file) => `/tables/${file}`),
  "/tables/cases": () => [
    ...["", "&sample=2016&beside=2016", "&sample=2012", "&release=1", "&after=2016-04"].map(
      (query) => `/tables/cases?table=table_10&line=total-total&column=this${query}`,
    ),
    "/tables/cases?table=table_1&line=part-excluded&column=2016&sample=2016",
    "/tables/cases?table=chart_1&line=part-neglect%203&column=this&sample=2016",
    "/tables/cases?table=factors_together&line=part-neglect&column=neglect&sample=2016",
    "/tables/cases?table=practice_strengths&line=total-total&column=2016&sample=2016",
    ...["&sample=2016", "&sample=2012", "&release=1"].map(
      (query) =>
        `/tables/cases?by=coders&table=table_10&line=total-total&column=this%20coder%20A${query}`,
    ),
    "/tables/cases",
  ],
  "/tables/analyses": () => [
    "/tables/analyses",
    "/tables/analyses?sample=2016&intervals=yes",
    "/tables/analyses?sample=2012",
    "/tables/analyses?release=1",
  ],
  "/tables/coders": () => [
    "/tables/coders",
    "/tables/coders?sample=2016",
    "/tables/coders?sample=2012",
    "/tables/coders?release=1",
  ],
};

/** Every path of the build's routes, with each value for its parameters. */
export function addressesOf(people: People): Address[] {
  return routesOfBuild().flatMap(({ pattern }) => {
    const paths = expansions[pattern]?.(people) ?? [];
    return paths.flatMap(ofBothReleases).map((path) => ({ pattern, path }));
  });
}

/** What is asked of the release that everybody is told, is asked of the one that is hidden too. */
function ofBothReleases(path: string): string[] {
  return path.includes("release=1") ? [path, path.replace("release=1", "release=2")] : [path];
}

/** Three blind cases, one of each kind. */
export const pointedCases = Object.values(blindCases).slice(0, 3);

/** The paths that name some of the cases, and of each other route the first. */
export function pointedAddressesOf(
  people: People,
  cases: readonly string[] = pointedCases,
): Address[] {
  const seen = new Set<string>();
  return addressesOf(people).filter(({ pattern, path }) => {
    const first = !seen.has(pattern);
    seen.add(pattern);
    return first || cases.some((reference) => path.includes(reference));
  });
}

/** What is wrong with the list of expansions, in a sentence for each fault. */
export function faultsOfExpansions(): string[] {
  const patterns = routesOfBuild().map(({ pattern }) => pattern);
  const unasked = patterns.filter((pattern) => !Object.hasOwn(expansions, pattern));
  const gone = Object.keys(expansions).filter((pattern) => !patterns.includes(pattern));
  return [
    ...unasked.map((pattern) => `The route ${pattern} has no paths that are asked for`),
    ...gone.map((pattern) => `There is no route ${pattern} any more`),
  ];
}
