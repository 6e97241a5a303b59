import { assignCoders } from "@/db/assignments/assignments";
import { listCases } from "@/db/cases/case-list";
import { registerCase } from "@/db/cases/cases";
import { commandLineViewer, listCoders } from "@/db/people/people";
import { currentCodeLists } from "@/db/study/code-lists";
import { registrationSchema } from "@/domain/cases";
import { type CodeList, choicesOf } from "@/domain/code-lists/code-lists";
import { stages } from "@/domain/workflow";
import { count, Fault, optionsOf, schemaFault, valueOr } from "./words";

/** case add: registers a case. */
export async function addCase(args: string[]): Promise<void> {
  const names = ["reference", "sample", "case-type", "incident-type"] as const;
  const { options } = optionsOf(args, names);
  const lists = await currentCodeLists();
  checkCode("case-type", options["case-type"], lists.case_type);
  checkCode("incident-type", options["incident-type"], lists.incident_type);
  const registration = registrationSchema(lists).safeParse({
    reference: options.reference,
    sample: options.sample,
    caseType: options["case-type"],
    incidentType: options["incident-type"],
  });
  if (!registration.success) throw schemaFault(registration.error);
  const outcome = await registerCase(commandLineViewer(), registration.data);
  const { reference } = valueOr(outcome, "The case could not be registered.");
  console.log(`Registered case ${reference}.`);
}

function checkCode(option: string, code: string, list: CodeList): void {
  const codes = choicesOf(list).map(({ key }) => key);
  if (!codes.includes(code)) throw new Fault([`--${option} must be one of ${codes.join(", ")}.`]);
}

/** case assign: assigns coders, named by their email addresses. */
export async function assignCase(args: string[]): Promise<void> {
  const { options } = optionsOf(args, ["case", "coders"]);
  const viewer = commandLineViewer();
  const coders = await listCoders(viewer);
  const emails = options.coders.split(",").map((email) => email.trim().toLowerCase());
  const unknown = emails.filter((email) => !coders.some((coder) => coder.email === email));
  if (unknown.length > 0)
    throw new Fault(unknown.map((email) => `There is no coder with the address ${email}.`));
  const ids = emails.flatMap((email) => coders.find((coder) => coder.email === email)?.id ?? []);
  valueOr(
    await assignCoders(viewer, options.case, ids),
    `There is no case ${options.case} to which coders can be assigned.`,
  );
  console.log(`Assigned ${count(ids.length, "coder")} to case ${options.case}.`);
}

/** case list: every case with its stage and how many coders have submitted. */
export async function listCasesCommand(): Promise<void> {
  let after: string | undefined;
  do {
    const page = await listCases(commandLineViewer(), { after });
    for (const row of page?.rows ?? []) {
      const progress = row.coders > 0 ? `${row.submitted} of ${row.coders} submitted` : "";
      const stage = stages[row.stage].label + (row.included ? "" : ", excluded");
      console.log([row.reference, row.sample, row.caseType, stage, progress].join("\t"));
    }
    after = page?.next ?? undefined;
  } while (after !== undefined);
}
