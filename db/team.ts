import { done, notFound, type Outcome } from "@/domain/outcome";
import { mayChangeTeamSettings } from "@/domain/workflow";
import { record } from "./audit";
import type { Db } from "./engine";
import type { Viewer } from "./people";
import { study } from "./schema";
import { reader, write } from "./store";

/** How a team works, as its leads set it. */
export interface TeamSettings {
  /** Whether a second person confirms each commit to the dataset. */
  readonly secondPersonConfirms: boolean;
}

/** The settings of the team; null for those who may not change them. */
export async function getTeamSettings(viewer: Viewer): Promise<TeamSettings | null> {
  if (!mayChangeTeamSettings(viewer)) return null;
  return { secondPersonConfirms: await asksForSecondPerson(reader()) };
}

/** Changes the settings of the team. It holds from the next commit. */
export async function changeTeamSettings(
  viewer: Viewer,
  { secondPersonConfirms }: TeamSettings,
): Promise<Outcome> {
  if (!mayChangeTeamSettings(viewer)) return notFound;
  return write(async (tx) => {
    await tx.update(study).set({ secondPersonConfirms });
    await record(tx, viewer, {
      action: secondPersonConfirms
        ? "asked for a second person at commits"
        : "no longer asked for a second person at commits",
    });
    return done();
  });
}

/** Whether a second person confirms each commit. For use inside db/. */
export async function asksForSecondPerson(db: Db): Promise<boolean> {
  const [row] = await db.select({ asks: study.secondPersonConfirms }).from(study);
  return row?.asks ?? false;
}
