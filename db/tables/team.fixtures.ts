import { afterEach, beforeEach } from "vitest";
import type { Role } from "@/domain/people";
import {
  agreeEverything,
  caseFor,
  commit,
  person,
  rateAndSubmit,
  temporaryStudy,
} from "../fixtures";
import type { Viewer } from "../people/people";

/** Who works in the study of the test at hand. */
export let lead: Viewer;
export let ann: Viewer;
export let bob: Viewer;
export let cy: Viewer;
export let analyst: Viewer;

/** Gives each test of a file a new study with a lead, three coders and an analyst in it. */
export function inStudyWithTeam(...moreOfLead: Role[]): void {
  let study: Awaited<ReturnType<typeof temporaryStudy>>;
  beforeEach(async () => {
    study = await temporaryStudy();
    lead = await person("Lena", "lead", ...moreOfLead);
    ann = await person("Ann", "coder");
    bob = await person("Bob", "coder");
    cy = await person("Cy", "coder");
    analyst = await person("Ana", "analyst");
  });
  afterEach(() => study.end());
}

/** A case to which Ann and Bob gave the same scores, committed. */
export async function committed(
  reference: string,
  scores = "3000000000000",
  facts = {},
): Promise<void> {
  await caseFor(lead, reference, [ann, bob], facts);
  for (const coder of [ann, bob]) await rateAndSubmit(coder, reference, scores);
  await agreeEverything(lead, reference);
  await commit(lead, reference);
}
