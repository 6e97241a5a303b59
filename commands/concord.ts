import { SettingsError } from "@/db/store/settings";
import { closeStudy } from "@/db/store/store";
import { WrongKindOfStudy } from "@/db/study/study";
import { addCase, assignCase, listCasesCommand } from "./case";
import { exportCommand } from "./export";
import { importCasesCommand } from "./import";
import { openForCommands } from "./open";
import { addPersonCommand, listPeopleCommand, newPasswordCommand } from "./person";
import {
  optionalSecondFactorCommand,
  removeSecondFactorCommand,
  requireSecondFactorCommand,
} from "./second-factor";
import { Fault, sentenceForFile } from "./words";

const usage = `Concord commands:

  person add --name N --email E --roles coder,lead   the password is read from standard input
  person new-password --email E                      for somebody who forgot theirs, read likewise
  person list
  person remove-second-factor EMAIL                  for somebody who lost it and their recovery codes
  second-factor require                              everyone must sign in with one
  second-factor optional                             it is up to each person
  case add --reference R --sample S --case-type T --incident-type I
  case assign --case R --coders E1,E2,E3
  case list
  import cases FILE [--children FILE] [--periods FILE] [--ratings FILE]
  export --out DIR [--release N]

With a code that is not in its list, "case add" names those that are.

They work on the study in CONCORD_DATA_DIR (default ./data).`;

const commands: Record<string, (args: string[]) => Promise<void>> = {
  "person add": addPersonCommand,
  "person list": listPeopleCommand,
  "person new-password": newPasswordCommand,
  "person remove-second-factor": removeSecondFactorCommand,
  "second-factor require": requireSecondFactorCommand,
  "second-factor optional": optionalSecondFactorCommand,
  "case add": addCase,
  "case assign": assignCase,
  "case list": listCasesCommand,
  "import cases": importCasesCommand,
};

async function run(args: string[]): Promise<void> {
  const [first = "", second = ""] = args;
  if (["", "help", "--help", "-h"].includes(first)) {
    console.log(usage);
    return;
  }
  const [command, rest] =
    first === "export"
      ? [exportCommand, args.slice(1)]
      : [commands[`${first} ${second}`], args.slice(2)];
  if (!command) throw new Fault([`There is no command “${args.join(" ")}”.`, usage]);
  await openForCommands();
  await command(rest);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const expected =
    error instanceof Fault || error instanceof SettingsError || error instanceof WrongKindOfStudy;
  const sentence = expected ? error.message : sentenceForFile(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exitCode = 1;
} finally {
  closeStudy();
}
