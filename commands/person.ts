import { giveFirstPassword } from "@/db/people/accounts";
import { addPerson, commandLineViewer, listPeople } from "@/db/people/people";
import { passwordSchema, personSchema, roleWords } from "@/domain/people";
import { Fault, optionsOf, schemaFault, valueOr } from "./words";

/** person add: makes an account; the password is the first line of standard input. */
export async function addPersonCommand(args: string[]): Promise<void> {
  const { options } = optionsOf(args, ["name", "email", "roles"]);
  const person = personSchema.safeParse({
    name: options.name,
    email: options.email,
    roles: options.roles.split(",").map((role) => role.trim()),
    password: await firstLineOfInput(),
  });
  if (!person.success) throw schemaFault(person.error);
  valueOr(await addPerson(commandLineViewer(), person.data), "The person could not be added.");
  console.log(`Added ${person.data.name} (${person.data.email}).`);
}

/** person new-password: for somebody who forgot theirs; it is the first line of standard input. */
export async function newPasswordCommand(args: string[]): Promise<void> {
  const { options } = optionsOf(args, ["email"]);
  const viewer = commandLineViewer();
  const email = options.email.trim().toLowerCase();
  const person = (await listPeople(viewer))?.find((one) => one.email === email);
  if (!person) throw new Fault([`There is no account with the address ${email}.`]);
  const password = passwordSchema.safeParse(await firstLineOfInput());
  if (!password.success) throw schemaFault(password.error);
  valueOr(await giveFirstPassword(viewer, person.id, password.data), "It could not be given.");
  console.log(`${person.name} signs in with this password from now on, and should choose another.`);
}

async function firstLineOfInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password, then Enter (it is shown): ");
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  const line = text.split(/\r?\n/)[0] ?? "";
  if (line === "") throw new Fault(["Give the password on standard input."]);
  return line;
}

/** person list: everyone with an account. */
export async function listPeopleCommand(): Promise<void> {
  for (const person of (await listPeople(commandLineViewer())) ?? []) {
    const roles = person.roles.map((role) => roleWords[role].label.toLowerCase()).join(", ");
    const more = [
      ...(person.active ? [] : ["inactive"]),
      ...(person.secondFactorId ? ["second factor"] : []),
    ];
    console.log([person.name, person.email, roles, ...more].join("\t"));
  }
}
