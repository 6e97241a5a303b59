import { verify } from "@node-rs/argon2";
import { expect, onTestFinished, test, vi } from "vitest";
import { person, temporaryStudy } from "@/db/fixtures";
import { signIn } from "@/db/sign-in/sign-in";

vi.mock(import("@node-rs/argon2"), { spy: true });

test("an address that nobody has is refused with the work of a wrong password", async () => {
  const study = await temporaryStudy();
  onTestFinished(() => study.end());
  await person("Ann", "coder");
  const workOfWrong = await workOf("ann@example.org");
  expect(workOfWrong).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=1$/)]);
  expect(await workOf("nobody@example.org")).toEqual(workOfWrong);
});

async function workOf(email: string): Promise<string[]> {
  vi.mocked(verify).mockClear();
  const place = { browser: null, address: "203.0.113.9" };
  expect(await signIn(email, "not the password of anybody", place)).toEqual({ kind: "wrong" });
  // What stands in a hash before its salt says how much work it is.
  return vi.mocked(verify).mock.calls.map(([hash]) => `${hash}`.split("$").slice(0, 4).join("$"));
}
