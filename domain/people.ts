import { z } from "zod";
import { isKeepable, unkeepable } from "./characters";

/** What a person may be; one person can hold several roles. */
export const roles = ["coder", "lead", "analyst", "admin"] as const;
export type Role = (typeof roles)[number];

/** Role labels and what each role does, as the pages say it. */
export const roleWords: Record<Role, { label: string; does: string }> = {
  coder: { label: "Coder", does: "Rates cases and takes part in reconciliation" },
  lead: { label: "Lead", does: "Registers cases, assigns coders, reconciles and commits" },
  analyst: { label: "Analyst", does: "Reads and exports what is committed" },
  admin: { label: "Admin", does: "Looks after accounts and backups" },
};

/** The part of a person that rules ask about. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Whether the person holds at least one of these roles. */
export function holds(person: Actor, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => person.roles.includes(role));
}

/**
 * An account as its page shows it: another text as soon as something of that is changed. Example:
 * "open: coder, lead; Ann, ann@example.org".
 */
export function accountSeen(account: {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}): string {
  const held = roles.filter((role) => account.roles.includes(role));
  const { name, email, active } = account;
  return `${active ? "open" : "closed"}: ${held.join(", ")}; ${name}, ${email}`;
}

/** An email address, in lower case and without spaces round it. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address in the form name@example.org").max(200));

/** 12 to 128 characters, no rules on their kind. */
export const passwordSchema = z
  .string()
  .min(12, "Enter a password of at least 12 characters")
  .max(128, "Enter a password of at most 128 characters");

/** What a person gives to change their own password. */
export const newPasswordSchema = z.strictObject({
  current: z.string().min(1, "Enter the password that you have now").max(128),
  next: passwordSchema,
});

/** What to say where the one-time code of the first account is missing or wrong. */
export const enterFirstRunCode =
  "Enter the code that Concord printed on the console when it started";

/** What a person is called, and the address that they sign in with. */
export const nameAndEmailSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "Enter a name")
    .max(100, "Enter a name of at most 100 characters")
    .refine(isKeepable, unkeepable),
  email: emailSchema,
});

/** What is needed to make an account. */
export const personSchema = nameAndEmailSchema.extend({
  roles: z
    .array(z.enum(roles, "Select roles from coder, lead, analyst and admin"))
    .min(1, "Select at least one role")
    .transform((list) => [...new Set(list)]),
  password: passwordSchema,
});
export type NewPerson = z.infer<typeof personSchema>;
