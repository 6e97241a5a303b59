import { done, type Outcome, type Problem, refusedFor } from "../outcome";

/** Under what the data may be used, as the team says it: its name, and where it can be read. */
export interface Licence {
  readonly title: string;
  readonly address: string;
}

const longest = { title: 100, address: 300 };

/**
 * The licence as it is typed; null when both are blank, because a team need not say one. Refused
 * beside its field where one of the two is missing, too long or no address.
 * Example: “Open Government Licence v3.0” and “https://www.nationalarchives.gov.uk/doc/ogl/3/”.
 */
export function licenceFrom(typed: Licence): Outcome<Licence | null> {
  const [title, address] = [typed.title.trim(), typed.address.trim()];
  if (title === "" && address === "") return done(null);
  const problems: Problem[] = [];
  if (title === "") problems.push({ field: "licence", message: "Enter the name of the licence" });
  if (title.length > longest.title)
    problems.push({ field: "licence", message: "Shorten the name to 100 characters" });
  if (!isAddress(address))
    problems.push({
      field: "licenceAddress",
      message:
        "Enter the address of the licence, such as https://creativecommons.org/licenses/by/4.0/",
    });
  else if (address.length > longest.address)
    problems.push({ field: "licenceAddress", message: "Shorten the address to 300 characters" });
  return problems.length > 0 ? refusedFor(problems) : done({ title, address });
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** What files say of the licence. */
export function licenceInWords(licence: Licence | null): string {
  return licence
    ? `Licence: ${licence.title}, ${licence.address}.`
    : "The team has said no licence for these data: ask it before they are used for anything else.";
}
