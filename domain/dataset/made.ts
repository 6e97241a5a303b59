import { dayOf, formatDate } from "../dates";

/** Who made something, null for the command line, and when, a UTC instant. */
export interface Made {
  readonly by: string | null;
  readonly at: string;
}

/**
 * Who made something, in words. Example: "made by Lena on 14 October 2016". It names the day and no
 * more, so that two files of one day are the same when nothing has changed; the log has the time.
 */
export function madeInWords({ by, at }: Made): string {
  return `made ${makerInWords(by)} on ${formatDate(at)}`;
}

/** "by Lena", or "from the command line". */
export function makerInWords(by: string | null): string {
  return by === null ? "from the command line" : `by ${by}`;
}

/**
 * The name under which a file is saved. It says what CSV has no place for: that the file is not for
 * publication, of which release it is or else by whom and when it was made.
 * Examples: "children_not-for-publication_2016-10-14_Lena.csv";
 * "release-3_children_not-for-publication.csv".
 */
export function savedName(file: string, release: number | null, { by, at }: Made): string {
  const dot = file.lastIndexOf(".");
  const parts = [file.slice(0, dot), "not-for-publication"];
  const maker = (by ?? "").replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
  const all =
    release === null
      ? [...parts, dayOf(at), ...(maker === "" ? [] : [maker])]
      : [`release-${release}`, ...parts];
  return `${all.join("_")}${file.slice(dot)}`;
}
