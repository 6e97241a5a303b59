const months =
  "January|February|March|April|May|June|July|August|September|October|November|December";

/**
 * An answer without what is made anew for each answer or each server and says nothing of any
 * rating: the address of the server, the time in a header, on a
 * page or in a row's key, the nonce of its policy, and the random id that Next gives to each
 * payload.
 */
export function normalised(answer: string): string {
  const nonce = /'nonce-([^']+)'/.exec(answer)?.[1] ?? "no nonce";
  return answer
    .replaceAll(nonce, "NONCE")
    .replaceAll(/127\.0\.0\.1(:|%3A)\d+/g, "HOST")
    .replaceAll(/^date: .*$/gm, "date: DATE")
    .replaceAll(new RegExp(`\\d{1,2} (${months}) \\d{4}, \\d\\d:\\d\\d`, "g"), "DATE AND TIME")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "INSTANT")
    .replaceAll(/(?<="\$L[0-9a-f]+",")[\w-]{21}(?=[mv]")/g, "ANSWER ID")
    .replaceAll(/(?<=Saved |savedAt[\\":]{3,6})\d\d:\d\d/g, "TIME");
}
