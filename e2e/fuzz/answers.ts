import type { Shot } from "./shooting";
import type { Team } from "./team";

/** What is wrong with an answer, in words; nothing when all is well. */
export function wrongWith({ index, actor, what, sent, answer }: Shot, team: Team): string[] {
  const { status, headers, body, milliseconds } = answer;
  const told = `${body}${JSON.stringify(headers)}`;
  const others = [...team.secrets].filter(([name]) => name !== actor.name);
  const wrong = [
    ...(status === 0 ? [`no answer after ${Math.round(milliseconds)} ms: ${body}`] : []),
    ...(status >= 500 ? [`answered with ${status}`] : []),
    ...(guarded(status) && !headers["content-security-policy"] ? [`${status} has no policy`] : []),
    ...(guarded(status) && headers["x-content-type-options"] !== "nosniff"
      ? [`${status} has no nosniff`]
      : []),
    ...others.flatMap(([name, secret]) => (told.includes(secret) ? [`tells ${name}’s note`] : [])),
  ];
  const ask = `${sent.method} ${sent.path.slice(0, 200)}`;
  return wrong.map((fault) => `request ${index} (${what}) by ${actor.name}, ${ask}: ${fault}`);
}

// Two kinds of answer are made before proxy.ts is asked, and show nothing: Next sends an address
// with a slash too many to the one without (308), and Node refuses headers that are too long (431).
function guarded(status: number): boolean {
  return status !== 0 && status !== 308 && status !== 431;
}

/** The lines that the server printed about errors that nobody expected. */
export function unexpectedLines(output: string): string[] {
  return output.split("\n").filter((line) => /^\{"at":|⨯|uncaught|unhandled/i.test(line));
}
