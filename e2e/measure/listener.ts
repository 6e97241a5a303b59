import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { actionsOfBuild } from "../built";
import { bodyOfCall } from "../calling";

/** Somebody in a room without a browser: what a page does there, it does by hand. */
export interface Listener {
  /** The moment when it is told of these words. */
  hears(words: string): Promise<number>;
  /** Waits until it has asked for all that is new, as a page does. */
  settled(): Promise<void>;
  leave(): void;
}

// A connection for each question: one that is kept may be closed while a question is under way.
const agent = new Agent({ keepAlive: false });
/** As in components/reconciliation/use-room.ts. */
const spread = 80;

/** Listens to a room in which there are so many others. */
export async function listenIn(
  url: string,
  room: string,
  cookie: string,
  others: number,
): Promise<Listener> {
  const { hostname, port } = new URL(url);
  const asking = request({ hostname, port, path: `${room}/events`, headers: { Cookie: cookie } });
  asking.end();
  const [stream] = (await once(asking, "response")) as [IncomingMessage];
  const look = await lookFor(url, room, cookie);
  let waiting: { words: string; settle: (moment: number) => void } | undefined;
  let looking = Promise.resolve();
  let text = "";

  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const events = `${text}${chunk}`.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      if (!/^id: /m.test(event)) continue;
      if (waiting && event.includes(waiting.words)) waiting.settle(Date.now());
      looking = lookSoon();
    }
  });
  stream.on("error", () => undefined);

  async function lookSoon(): Promise<void> {
    await new Promise((soon) => setTimeout(soon, Math.random() * spread * others));
    await look();
  }

  return {
    hears: (words) =>
      new Promise((settle) => {
        waiting = { words, settle };
      }),
    settled: () => looking,
    leave: () => stream.destroy(),
  };
}

async function lookFor(url: string, room: string, cookie: string): Promise<() => Promise<void>> {
  const action = actionsOfBuild().find(({ name }) => name === "lookAction");
  const [, reference] = /^\/cases\/([^/]+)/.exec(room) ?? [];
  const body = await bodyOfCall([reference]);
  const { hostname, port } = new URL(url);
  const headers = {
    ...{ Accept: "text/x-component", "Content-Type": "text/plain;charset=UTF-8" },
    ...{ "Next-Action": action?.id ?? "", Origin: url, Cookie: cookie },
  };
  return async () => {
    const sent = request({ agent, hostname, port, path: room, method: "POST", headers });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
  };
}
