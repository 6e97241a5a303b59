import { Secret, TOTP } from "otpauth";
import type { Outcome } from "@/domain/outcome";
import { here, must, passwordOf } from "../fixtures";
import { commandLineViewer, getPerson, type Viewer } from "../people/people";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactorOf,
} from "./second-factor";
import { signIn } from "./sign-in";

/* What people with a second factor do, for tests. */

/** What the app on a person's telephone does: makes the newest code of its key. */
export type App = () => string;

/** The app that was given this key, in groups or in one piece. */
export function appWith(key: string): App {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  return () => totp.generate();
}

/** Begins a second factor and gives its key to an app. */
export async function appOf(viewer: Viewer, password = passwordOf(viewer.name)): Promise<App> {
  must(await beginSecondFactor(viewer, password));
  const begun = await getSecondFactor(viewer);
  if (begun.kind !== "begun") throw new Error(`The second factor of ${viewer.name} is not begun`);
  return appWith(begun.key);
}

/**
 * Sets up a second factor, from its first button to its recovery codes. The session of this token goes
 * on, and every other of the viewer's ends.
 */
export async function withSecondFactor(
  viewer: Viewer,
  password?: string,
  token = "",
): Promise<{ app: App; recovery: string[] }> {
  const app = await appOf(viewer, password);
  const { codes } = must(await confirmSecondFactor(viewer, token, app()));
  return { app, recovery: codes };
}

/** The ticket of a person made by `person` who has entered their password. */
export async function ticketOf(name: string, password = passwordOf(name)): Promise<string> {
  const first = await signIn(`${name.toLowerCase()}@example.org`, password, here);
  if (first.kind !== "code needed") throw new Error(`No code was needed: ${first.kind}`);
  return first.ticket;
}

/** Removes the second factor that a person has, for an admin who has just opened their page. */
export async function removeLostFactor(admin: Viewer, personId: string): Promise<Outcome> {
  const shown = await getPerson(commandLineViewer(), personId);
  return removeSecondFactorOf(admin, personId, shown?.secondFactorId ?? "");
}
