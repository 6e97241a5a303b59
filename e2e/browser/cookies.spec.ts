import { temporaryStudy } from "@/db/fixtures";
import { withSecondFactor } from "@/db/sign-in/second-factor.fixtures";
import { startConcord } from "../server";
import { longAfter } from "../sign-in/second-factor";
import { expect, makePeople, test } from "../study";
import { faultsOfCookies } from "./headers";
import { type Answer, behindHttps, credentialsOf, outside, visitorOf } from "./visitor";

test.use({ trace: "off" });

const ways: [over: string, https: boolean, prefix: string][] = [
  ["https", true, "__Host-concord."],
  ["http on one's own machine", false, "concord."],
];

const signedIn = ["browser", "callback", "session", "ticket"];

/** Starts a study that is reached over https, or straight. */
async function reached(https: boolean) {
  const study = await temporaryStudy();
  const people = await makePeople();
  const server = await startConcord({
    dataDir: study.dataDir,
    ...(https && { url: outside }),
  });
  return {
    people,
    dataDir: study.dataDir,
    visitor: () => visitorOf(server.url, https ? behindHttps : {}),
    async end() {
      await server.stop();
      study.end();
    },
  };
}

for (const [over, https, prefix] of ways)
  test(`cookies are bound to this host and seen by no script, over ${over}`, async () => {
    const { people, dataDir, visitor, end } = await reached(https);
    const { app } = await withSecondFactor(people.Bob);
    longAfter({ dataDir });
    const names = ({ set }: Answer) =>
      set.map((cookie) => cookie.split("=")[0]?.replace(prefix, "") ?? "").sort();
    const faults: string[] = [];
    let count = 0;
    const look = (answer: Answer) => {
      count += answer.set.length;
      faults.push(...faultsOfCookies(answer, { https }));
      return names(answer);
    };
    const ann = visitor();

    await test.step("a sign-in that fails", async () => {
      expect(look(await ann.send("/api/auth/signin"))).toEqual(["callback", "csrf"]);
      expect(look(await ann.signIn("ann@example.org", "not her password"))).toEqual(["email"]);
    });
    await test.step("one that does not, and its end", async () => {
      const answer = await ann.signIn(...credentialsOf("Ann"));
      expect(look(answer)).toEqual(signedIn);
      expect(look(await ann.send("/"))).toEqual([]);
      expect(look(await ann.send("/sign-out", { method: "POST" }))).toEqual([
        ...["callback", "email", "notice", "session", "ticket"],
      ]);
    });
    await test.step("one in two steps, the first code wrong", async () => {
      const bob = visitor();
      expect(look(await bob.signIn(...credentialsOf("Bob")))).toEqual(["ticket"]);
      expect(look(await bob.enterCode("12345"))).toEqual([]);
      expect(look(await bob.enterCode(app()))).toEqual(signedIn);
      expect((await bob.send("/")).text).toContain("Your work");
    });
    expect(faults).toEqual([]);
    await end();
    const description = `browser: ${count} cookies set over ${over}, each bound to this host`;
    test.info().annotations.push({ type: "figure", description });
  });
