import { once } from "node:events";
import { Agent, get, request } from "node:http";
import { connect } from "node:net";
import { caseFor, rateAndSubmit } from "@/db/fixtures";
import { expect, type Study, test } from "./study";

test.use({ ownServer: true });

/** A room that Lena may enter. */
async function openRoom({ people: { Lena, Ann, Bob } }: Study): Promise<void> {
  await caseFor(Lena, "2016-01", [Ann, Bob]);
  await rateAndSubmit(Ann, "2016-01", "3210000000000");
  await rateAndSubmit(Bob, "2016-01", "1210000000200");
}

test("Concord stops when it is told to, whatever browsers keep open, and answers first what it was asked", async ({
  study,
}) => {
  await openRoom(study);
  const lena = await study.as("Lena");
  const events = lena.waitForResponse(/\/reconcile\/events/);
  await lena.goto("/cases/2016-01/reconcile");
  expect((await events).status(), "a page of a room is connected").toBe(200);

  const silent = connect(Number(new URL(study.url).port), "127.0.0.1");
  await once(silent, "connect");
  const agent = new Agent({ keepAlive: true });
  const [page] = await once(get(`${study.url}/sign-in`, { agent }), "response");
  await once(page.resume(), "end");
  const asking = request(`${study.url}/sign-out`, {
    method: "POST",
    headers: {
      Origin: study.url,
      Expect: "100-continue",
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": 4,
    },
  });
  asking.flushHeaders();
  await once(asking, "continue");

  const [closed, answered] = [once(silent, "close"), once(asking, "response")];
  const redeployed = study.redeploy();
  await closed;
  asking.end("a=b&");
  const [answer] = await answered;
  expect(answer.statusCode, "the answer that was under way").toBe(303);
  answer.resume();
  await redeployed;
  agent.destroy();
  await lena.goto("/cases/2016-01/reconcile");
  await expect(lena.getByRole("heading", { name: "Reconcile case 2016-01" })).toBeVisible();
});

test("a page of a room that is asked for as Concord stops does not keep it from stopping", async ({
  study,
}) => {
  await openRoom(study);
  const lena = await study.as("Lena");
  const room = `${study.url}/cases/2016-01/reconcile`;
  await lena.goto("/cases");
  const cookies = await lena.context().cookies();
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const first = await fetch(`${room}/events`, { headers });
  expect(first.status).toBe(200);

  // Some of them are heard before the signal, and begin to be answered after it.
  const asked = Array.from({ length: 40 }, () => fetch(`${room}/events`, { headers }));
  const answered = Promise.allSettled(asked.map(async (one) => (await one).text()));
  await study.redeploy();
  await answered;
});
