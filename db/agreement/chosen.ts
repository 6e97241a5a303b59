import { createHash } from "node:crypto";
import { coderKey, coderLabel } from "@/domain/agreement/coders";
import type { RatedCases } from "@/domain/agreement/rated-cases";
import { agreementOf, type TeamAgreement } from "@/domain/agreement/team-agreement";
import type { Codebook } from "@/domain/codebook/codebook";
import { mayCompareCoders } from "@/domain/workflow";
import { currentCodebook } from "../codebooks";
import type { Db } from "../engine";
import type { Viewer } from "../people";
import { keptByKey } from "../tables/cache";
import { casesIn, ratedCases } from "./ratings";
import { type IndependentSubmission, independentSubmissions } from "./submissions";

/** Which cases and coders somebody asks about. What is empty leaves nothing out. */
export interface AgreementAsked {
  readonly samples: readonly string[];
  /** Only cases that had a second look, or that had none. */
  readonly secondLook: "with" | "without" | null;
  /** For leads: the coders to compare, by their keys. */
  readonly coders: readonly string[];
  /** For leads: whether coders go by their names. */
  readonly names: boolean;
}

/** A coder as the page names them. */
export interface NamedCoder {
  readonly key: string;
  readonly label: string;
}

/** What is chosen, and what is computed of it. For use inside db/. */
export interface Chosen {
  readonly codebook: Codebook;
  /** Every sample with independent ratings that count for this viewer. */
  readonly samples: readonly string[];
  /** For leads everybody who rated, whether chosen or not; null for others. */
  readonly everyCoder: readonly NamedCoder[] | null;
  /** The coders who are compared, in the order of the columns. Their labels are for leads alone. */
  readonly coders: readonly (NamedCoder & { readonly isViewer: boolean })[];
  /** The cases that are compared, in the order of the rows. */
  readonly cases: readonly IndependentSubmission[];
  readonly computed: Computed;
}

/** What follows from the submissions alone, whoever asks. */
export interface Computed {
  readonly rated: RatedCases;
  readonly agreement: TeamAgreement;
}

const kept = keptByKey<Computed>(20);

/** What is chosen, as far as the viewer may learn it, and what is computed of it, once for each state. */
export async function chosenFor(db: Db, viewer: Viewer, asked: AgreementAsked): Promise<Chosen> {
  const codebook = await currentCodebook(db);
  const all = await independentSubmissions(db, viewer);
  const compares = mayCompareCoders(viewer);
  const everybody = codersOf(all, asked.names);
  const wanted = everybody.filter(({ key }) => compares && asked.coders.includes(key));
  const coders = wanted.length > 0 ? wanted : everybody;
  const ids = coders.map(({ id }) => id);
  const chosen = all.filter((one) => isChosen(one, asked) && ids.includes(one.coder));
  const present = coders.filter(({ id }) => chosen.some(({ coder }) => coder === id));
  const columns = present.map(({ id }) => id);
  const computed = await kept(keyOf(chosen, columns, codebook), async () => {
    const rated = await ratedCases(db, chosen, columns, codebook.factors);
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    return { rated, agreement: await agreementOf(rated, pause) };
  });
  return {
    codebook,
    samples: [...new Set(all.map(({ sample }) => sample))].sort(),
    everyCoder: compares ? everybody.map(({ key, label }) => ({ key, label })) : null,
    coders: present.map(({ id, key, label }) => ({ key, label, isViewer: id === viewer.id })),
    cases: casesIn(chosen),
    computed,
  };
}

function isChosen({ sample, secondLook }: IndependentSubmission, asked: AgreementAsked): boolean {
  return (
    (asked.samples.length === 0 || asked.samples.includes(sample)) &&
    (asked.secondLook === null || secondLook === (asked.secondLook === "with"))
  );
}

/**
 * Everybody who rated, those of imported files first. The others stand in the order of their random
 * ids, so that their letters tell nothing.
 */
function codersOf(all: readonly IndependentSubmission[], names: boolean) {
  const byId = new Map(all.map((one) => [one.coder, one]));
  return [...byId.values()]
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    .map(({ coder, coderName }, place) => ({
      id: coder,
      key: coderKey(place),
      label: names ? coderName : coderLabel(place),
    }));
}

function orderOf({ coder, imported }: IndependentSubmission): string {
  return `${imported ? 0 : 1} ${coder}`;
}

/** The content that figures rest on: which ratings, beside which versions, by which codebook. */
function keyOf(
  chosen: readonly IndependentSubmission[],
  columns: readonly string[],
  { version }: Codebook,
): string {
  const hash = createHash("sha256").update(JSON.stringify([version, columns]));
  for (const { id, versionId } of chosen) hash.update(JSON.stringify([id, versionId]));
  return hash.digest("hex");
}
