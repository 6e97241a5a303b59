import { temporaryStudy } from "@/db/fixtures";
import { forgetTries } from "@/db/sign-in/sign-in-limits";
import { openStudy } from "@/db/store/store";
import { remember } from "./authorisation/memory";
import { type ConcordServer, startConcord } from "./server";

/** A server that stands from test to test: to start one costs more than most tests do. */
export interface Standing {
  readonly dataDir: string;
  /** The server on a new study, which is this process's study from now on. */
  withNewStudy(): Promise<ConcordServer>;
  /** The server was ended: the next study has another. */
  forget(): void;
  end(): Promise<void>;
}

/** Nothing is started before it is asked for. */
export async function standingServer(): Promise<Standing> {
  const study = await temporaryStudy();
  const { dataDir } = study;
  const memory = await remember(dataDir);
  let server: ConcordServer | null = null;
  return {
    dataDir,
    async withNewStudy() {
      openStudy(dataDir);
      forgetTries();
      await memory.putBack();
      server ??= await startConcord({ dataDir });
      return server;
    },
    forget() {
      server = null;
    },
    async end() {
      await server?.stop();
      memory.end();
      study.end();
    },
  };
}
