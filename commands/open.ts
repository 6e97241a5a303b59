import { readSettings } from "@/db/store/settings";
import { openStudy } from "@/db/store/store";
import { makeStudy, studyKind } from "@/db/study/study";

/** Opens the study of the settings for a command, whichever kind it is; makes it when new. */
export async function openForCommands(): Promise<void> {
  openStudy(readSettings(process.env).dataDir);
  await makeStudy((await studyKind()) ?? "study");
}
