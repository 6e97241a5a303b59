import { commandLineViewer, listPeople } from "@/db/people/people";
import { removeSecondFactorOf, requireSecondFactor } from "@/db/sign-in/second-factor";
import { Fault, optionsOf, valueOr } from "./words";

/** person remove-second-factor: for somebody who lost it and their recovery codes. */
export async function removeSecondFactorCommand(args: string[]): Promise<void> {
  const [email = ""] = optionsOf(args, []).rest;
  if (email === "") throw new Fault(["Give the person’s email address."]);
  const people = (await listPeople(commandLineViewer())) ?? [];
  const person = people.find((one) => one.email === email.trim().toLowerCase());
  if (!person) throw new Fault([`Nobody has an account with the address ${email}.`]);
  const outcome = await removeSecondFactorOf(
    commandLineViewer(),
    person.id,
    person.secondFactorId ?? "",
  );
  valueOr(outcome, `${person.name} has no second factor.`);
  console.log(`Removed the second factor of ${person.name} (${person.email}).`);
}

/** second-factor require: everyone must sign in with one from now on. */
export async function requireSecondFactorCommand(): Promise<void> {
  valueOr(await requireSecondFactor(commandLineViewer(), true), "This could not be required.");
  console.log(
    "Everyone must sign in with a second factor now. Whoever has none is led to set it up.",
  );
}

/** second-factor optional: it is up to each person from now on. */
export async function optionalSecondFactorCommand(): Promise<void> {
  valueOr(await requireSecondFactor(commandLineViewer(), false), "This could not be changed.");
  console.log("A second factor is up to each person now. Whoever has one still signs in with it.");
}
