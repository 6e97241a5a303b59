import type { ReportFacts } from "@/domain/agreement/report/facts";
import { reliabilityReport } from "@/domain/agreement/report/report";
import { reportAsText } from "@/domain/agreement/report/text";
import { type ReportFile, reportFileNamed } from "@/domain/agreement/report-files";
import type { Made } from "@/domain/dataset/made";
import { dayInWords } from "@/domain/dates";
import { done, notFound, type Outcome, refused } from "@/domain/outcome";
import { mayCompareCoders, mayExport } from "@/domain/workflow";
import type { AgreementAsked } from "../../agreement/choice";
import { record } from "../../audit";
import type { Viewer } from "../../people/people";
import type { Db } from "../../store/engine";
import { onceAtOneMoment, write } from "../../store/store";
import { madeApart } from "../apart";
import { sourceOf } from "../source";
import { reportFacts } from "./facts";

/** The reliability report as a file, and who made it when. */
export interface ReliabilityTaken {
  readonly file: ReportFile;
  readonly bytes: Buffer;
  readonly made: Made;
}

/**
 * The reliability report of the chosen cases, as Word or as text: what the viewer sees on the page of
 * agreement and no more, with letters for coders unless a lead asks for names. The transfer is
 * logged. Not found for those who may not export, and when there is no such file or release; refused
 * where no case fits or a coder is asked for who is none now, and while the release is given to nobody.
 */
export async function exportReliability(
  viewer: Viewer,
  name: string,
  asked: AgreementAsked,
): Promise<Outcome<ReliabilityTaken>> {
  const file = reportFileNamed(name);
  if (!file || !mayExport(viewer)) return notFound;
  const by = viewer.isCommandLine ? null : viewer.name;
  const made = { by, at: new Date().toISOString() };
  const read = await onceAtOneMoment((db) => factsOf(db, viewer, asked, made));
  if (read.kind !== "done") return read;
  const facts = read.value;
  if (!facts)
    return refused(
      "agreement",
      "These choices fit no case, or name a coder who cannot be compared now",
    );
  const parts = reliabilityReport(facts);
  const bytes =
    file.name === "reliability.docx"
      ? await madeApart({ kind: "reliability report", of: { parts, made } })
      : Buffer.from(reportAsText(parts));
  await write((tx) =>
    record(tx, viewer, {
      action: "exported the dataset",
      subject: `${file.name}, ${chosenInWords(viewer, asked)}`,
    }),
  );
  return done({ file, bytes, made });
}

async function factsOf(
  db: Db,
  viewer: Viewer,
  asked: AgreementAsked,
  made: Made,
): Promise<Outcome<ReportFacts | null>> {
  const release = await sourceOf(db, viewer, { release: asked.release ?? null });
  if (release.kind !== "done") return release;
  return done(await reportFacts(db, viewer, asked, { made, release: release.value }));
}

/** Example: "samples 2015, rated from 1 March 2016, with names". It says what was asked, not found. */
function chosenInWords(
  viewer: Viewer,
  { release, samples, period, secondLook, coders, names }: AgreementAsked,
) {
  const apart = mayCompareCoders(viewer);
  return [
    ...(release ? [`release ${release}`] : []),
    samples.length === 0 ? "all samples" : `samples ${samples.join(", ")}`,
    ...(period.from === null ? [] : [`rated from ${dayInWords(period.from)}`]),
    ...(period.to === null ? [] : [`rated to ${dayInWords(period.to)}`]),
    ...(secondLook === null ? [] : [`${secondLook} a second look`]),
    ...(apart && coders.length > 0 ? [`coders ${coders.join(", ")}`] : []),
    ...(apart && names ? ["with names"] : []),
  ].join(", ");
}
