import { temporaryStudy } from "@/db/fixtures";
import { startConcord } from "../server";
import { expect, makePeople, test } from "../study";
import { behindHttps, outside, visitorOf } from "./visitor";

test.use({ trace: "off" });

const wrong = "/sign-in?again=yes";
const wait = "/sign-in?wait=15";

/** Where wrong tries to sign in lead, each for another person and with this X-Forwarded-For. */
async function tries(https: boolean, forwarded: readonly string[]): Promise<(string | null)[]> {
  const study = await temporaryStudy();
  await makePeople();
  const server = await startConcord({ dataDir: study.dataDir, ...(https && { url: outside }) });
  const visitor = visitorOf(server.url, https ? behindHttps : {});
  await visitor.send("/api/auth/signin");
  const places: (string | null)[] = [];
  for (const [index, from] of forwarded.entries()) {
    const headers = { "X-Forwarded-For": from };
    const answer = await visitor.signIn(`nobody${index}@example.org`, "a wrong password", headers);
    places.push(answer.headers.get("location"));
  }
  await server.stop();
  study.end();
  return places;
}

const hundred = Array.from({ length: 100 }, (_, index) => index);
const hundredWrong = hundred.map(() => wrong);

test("over https an address has a hundred wrong tries: the one that the web server saw", async () => {
  const claimed = hundred.map((index) => `203.0.113.${index}, 198.51.100.7`);
  const further = ["203.0.113.200, 198.51.100.7", "198.51.100.7", "198.51.100.7, 198.51.100.8"];
  const places = await tries(true, [...claimed, ...further]);
  expect(places).toEqual([...hundredWrong, wait, wait, wrong]);
});

test("without https nobody is believed to be elsewhere", async () => {
  const claimed = hundred.map((index) => `203.0.113.${index}`);
  const places = await tries(false, [...claimed, "203.0.113.200", "198.51.100.7"]);
  expect(places).toEqual([...hundredWrong, wait, wait]);
});
