import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { actionsOfBuild } from "../built";
import { bodyOfCall } from "../calling";

/** Somebody in a room without a browser: what a page does there, it does by hand. */
export interface Listener {
  /** The moment when what the page asks for has these words. */
  reads(words: string): Promise<number>;
  leave(): void;
}

/** Listens to a room, and asks for what is new whenever it is told that there is something. */
export async function listenIn(url: string, room: string, cookie: string): Promise<Listener> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  const asking = request({ hostname, port, path: `${room}/events`, headers: { Cookie: cookie } });
  asking.end();
  const [stream] = (await once(asking, "response")) as [IncomingMessage];
  let waiting: { words: string; settle: (moment: number) => void } | undefined;
  let told = 0;
  let asked = 0;
  const look = await lookFor(url, room, cookie, agent);

  async function follow() {
    if (told <= asked) return;
    asked = told;
    const page = await look();
    if (waiting && page.includes(waiting.words)) waiting.settle(Date.now());
  }

  stream.setEncoding("utf8").on("data", (text: string) => {
    told = Number(/^id: (\d+)$/m.exec(text)?.[1] ?? told);
    void follow();
  });
  stream.on("error", () => undefined);
  return {
    reads: (words) =>
      new Promise((settle) => {
        waiting = { words, settle };
      }),
    leave() {
      stream.destroy();
      agent.destroy();
    },
  };
}

async function lookFor(url: string, room: string, cookie: string, agent: Agent) {
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
    let text = "";
    for await (const chunk of answer.setEncoding("utf8")) text += chunk;
    return text;
  };
}
