import { removeUpload, uploadIds, uploadWith } from "./folders";
import { jobOn } from "./jobs";

/** How many days an upload is kept with which nobody goes on. */
export const keptForDays = 7;
const hour = 3_600_000;

/**
 * Throws away the uploads that nobody went on with for a week, and what is left of others. Not one
 * that is being read or imported.
 */
export function throwOldUploadsAway(): void {
  const oldest = new Date(Date.now() - keptForDays * 24 * hour).toISOString();
  for (const id of uploadIds()) {
    const found = uploadWith(id);
    const isOld = found === null || found.ticket.madeAt < oldest;
    if (isOld && jobOn(id)?.state !== "under way") removeUpload(id);
  }
}

/** Does that every hour, as long as this process runs. */
export function throwOldUploadsAwayByTheHour(): void {
  setInterval(throwOldUploadsAway, hour).unref();
}
