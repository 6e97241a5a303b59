import { addPerson, commandLineViewer, type Viewer, viewerOf } from "@/db/people/people";
import type { Role } from "@/domain/people";
import { valueOr } from "../words";

/** Everyone in the demonstration has this password; the accounts exist nowhere else. */
export const demonstrationPassword = "invented cases only";

/** The four accounts of the demonstration. */
export const demonstrationPeople = {
  lead: { name: "Lead", email: "lead@concord.example", roles: ["lead", "coder", "admin"] },
  second: { name: "Coder 2", email: "coder2@concord.example", roles: ["coder"] },
  third: { name: "Coder 3", email: "coder3@concord.example", roles: ["coder"] },
  analyst: { name: "Analyst", email: "analyst@concord.example", roles: ["analyst"] },
} as const satisfies Record<string, { name: string; email: string; roles: readonly Role[] }>;

/** The viewers of the demonstration's coders. */
export interface DemonstrationCoders {
  readonly lead: Viewer;
  readonly second: Viewer;
  readonly third: Viewer;
}

/** Makes the four accounts. */
export async function addDemonstrationPeople(): Promise<DemonstrationCoders> {
  const { lead, second, third, analyst } = demonstrationPeople;
  await add(analyst);
  return { lead: await add(lead), second: await add(second), third: await add(third) };
}

async function add(person: {
  name: string;
  email: string;
  roles: readonly Role[];
}): Promise<Viewer> {
  const newPerson = { ...person, roles: [...person.roles], password: demonstrationPassword };
  const outcome = await addPerson(commandLineViewer(), newPerson);
  const viewer = await viewerOf(valueOr(outcome, "An account could not be made.").id);
  if (!viewer) throw new Error(`The account of ${person.name} is not there`);
  return viewer;
}
