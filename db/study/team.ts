import { type Licence, licenceInWords } from "@/domain/dataset/licence";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { mayChangeTeamSettings } from "@/domain/workflow";
import { record } from "../audit";
import type { Viewer } from "../people/people";
import { study } from "../schema";
import type { Db } from "../store/engine";
import { theRow } from "../store/rows";
import { fingerprint } from "../store/secret";
import { reader, write } from "../store/store";

/** How a team works, as its leads set it. */
export interface TeamSettings {
  /** Whether a second person confirms each commit to the dataset. */
  readonly secondPersonConfirms: boolean;
  /** The largest count that is withheld from what is published of the next releases. */
  readonly withheldUpTo: number;
  /** Under what the data may be used; null where the team does not say it. */
  readonly licence: Licence | null;
}

/** The settings of the team; null for those who may not change them. */
export async function getTeamSettings(viewer: Viewer): Promise<TeamSettings | null> {
  return mayChangeTeamSettings(viewer) ? teamSettings(reader()) : null;
}

/** The settings of the team. For use inside db/. */
export async function teamSettings(db: Db): Promise<TeamSettings> {
  const rows = await db
    .select({
      secondPersonConfirms: study.secondPersonConfirms,
      withheldUpTo: study.withheldUpTo,
      title: study.licence,
      address: study.licenceAddress,
    })
    .from(study);
  const { title, address, ...settings } = theRow(rows, "There is no study");
  return { ...settings, licence: title === "" ? null : { title, address } };
}

/** What the settings come to, as their page sends it along: another as soon as one is changed. */
export function settingsSeen({
  secondPersonConfirms,
  withheldUpTo,
  licence,
}: TeamSettings): string {
  return fingerprint(JSON.stringify([secondPersonConfirms, withheldUpTo, licence]));
}

/** A licence as it is stored. For use inside db/. */
export function licenceColumns(licence: Licence | null) {
  return { licence: licence?.title ?? "", licenceAddress: licence?.address ?? "" };
}

/**
 * Changes the settings of the team that are given. What is asked at commits holds from the next
 * commit, and what is withheld, and the licence, of a release from the next one. Refused when
 * somebody else changed any since they were `seen`.
 */
export async function changeTeamSettings(
  viewer: Viewer,
  changes: Partial<TeamSettings>,
  seen: string,
): Promise<Outcome> {
  if (!mayChangeTeamSettings(viewer)) return notFound;
  return write(async (tx) => {
    const before = await teamSettings(tx);
    if (settingsSeen(before) !== seen) return refused("", changedSince);
    const after = { ...before, ...changes };
    await tx.update(study).set({ ...after, ...licenceColumns(after.licence) });
    if (after.secondPersonConfirms !== before.secondPersonConfirms)
      await record(tx, viewer, {
        action: after.secondPersonConfirms
          ? "asked for a second person at commits"
          : "no longer asked for a second person at commits",
      });
    if (after.withheldUpTo !== before.withheldUpTo)
      await record(tx, viewer, {
        action: "changed what is withheld from publication",
        subject: `counts up to ${after.withheldUpTo}`,
      });
    if (licenceInWords(after.licence) !== licenceInWords(before.licence))
      await record(tx, viewer, {
        action: "changed the licence of the data",
        subject: after.licence?.title ?? "none",
      });
    return done();
  });
}

const changedSince =
  "Somebody else has changed these settings since you opened them. Open them in another tab to see what holds, and copy over what you want to keep.";

/** Whether a second person confirms each commit. For use inside db/. */
export async function asksForSecondPerson(db: Db): Promise<boolean> {
  const [row] = await db.select({ asks: study.secondPersonConfirms }).from(study);
  return row?.asks ?? false;
}
