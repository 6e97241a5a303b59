import { exportFiles } from "@/db/exports/dataset";
import { uploadOfTests } from "@/db/uploads/uploads.fixtures";
import { codeListNames } from "@/domain/code-lists/code-lists";
import { type Route, routesOfBuild } from "../built";
import { bodyOf } from "../endless";
import { sendSignIn } from "../sign-in/signing-in";
import { numberSaid } from "./number-said";
import {
  type Answered,
  accountsAsked,
  casesAsked,
  missing,
  none,
  type Question,
  type Table,
} from "./questions";
import type { Person, Scene } from "./scene";

/** The tables of all pages and handlers of the build. */
export function routeTables(): Table[] {
  const ofCases = routesOfBuild().filter(({ pattern }) => pattern.includes("[reference]"));
  return [...others, ofAccounts, ...ofCases.map(ofCase)];
}

/** A page of Next's own, the same for everybody: it says that something failed. */
export const ofNext = "/_global-error";

function ofCase({ pattern }: Route): Table {
  return {
    title: pattern,
    questions: casesAsked.map(([name, reference]) => {
      const path = pattern.replace("[reference]", reference).replace("[section]", "incident");
      return get(name, pattern, path, reference);
    }),
  };
}

const ofAccounts: Table = {
  title: "/people/[id]",
  questions: accountsAsked.map(([name, whose]) => ({
    name,
    of: "/people/[id]",
    async ask(scene, person) {
      const id = whose(scene, person);
      const answer = await look(scene, person, `/people/${id}`);
      return { answer, said: [id] };
    },
  })),
};

/** An upload that there is not, and the one of the lead who codes no case. */
function ofUpload(pattern: string): Table {
  return {
    title: pattern,
    questions: [
      [none, missing],
      ["uploaded", uploadOfTests],
    ].map(([name = "", id = ""]) => get(name, pattern, pattern.replace("[upload]", id), id)),
  };
}

/** A practice case that there is not, and the one that there is. */
function ofPractice(place: string): Table {
  const title = `/practice/[number]${place}`;
  const asked = (name: string, number: string): Question => ({
    name,
    of: title,
    ask: async (scene, person) => ({
      answer: await look(scene, person, `/practice/${number}${place}`),
      said: numberSaid(number),
    }),
  });
  return {
    title,
    questions: [asked(none, "9"), asked("not a number", "nineteen"), asked("there", "1")],
  };
}

const auth = "/api/auth/[...nextauth]";

const others: Table[] = [
  {
    title: "the pages of the study",
    questions: [
      "/",
      "/account",
      "/account/second-factor",
      "/account/second-factor/remove",
      "/agreement",
      "/board",
      "/board/assign",
      "/board/replace",
      "/cases",
      "/cases/new",
      "/code-lists",
      "/codebook",
      "/dataset",
      "/export",
      "/import",
      "/people",
      "/practice",
      "/practice/new",
      "/precedents",
      "/releases",
      "/samples",
      "/settings",
      "/tables",
      "/tables/analyses",
      "/tables/coders",
      "/tables/context",
    ].map((path) => get(path, path)),
  },
  ...["", "/change", "/rate", "/rate/check"].map(ofPractice),
  {
    title: "/code-lists/[list]",
    questions: [
      get(none, "/code-lists/[list]", "/code-lists/factors", "factors"),
      ...Object.keys(codeListNames).map((list) =>
        get(list, "/code-lists/[list]", `/code-lists/${list}`, list),
      ),
    ],
  },
  {
    title: "before signing in, and nowhere",
    questions: [
      ...["/sign-in", "/sign-in/code", "/first-run", "/icon.svg", "/_not-found"].map((path) =>
        get(path, path),
      ),
      get("/nothing", "/_not-found"),
    ],
  },
  {
    title: "/export/[file]",
    questions: [
      get(none, "/export/[file]", "/export/nothing.csv", "nothing.csv"),
      ...exportFiles.map(({ name }) => get(name, "/export/[file]", `/export/${name}`, name)),
      ...[1, 9].map((number) =>
        get(
          `release ${number}`,
          "/export/[file]",
          `/export/children.csv?release=${number}`,
          "children.csv",
        ),
      ),
      get("ratings of release 1", "/export/[file]", "/export/ratings.csv?release=1", "ratings.csv"),
      get(
        "publication of release 1",
        "/export/[file]",
        "/export/publication.xlsx?release=1",
        "publication.xlsx",
      ),
      post("by POST", "/export/[file]", "/export/children.csv"),
    ],
  },
  ...["", "/values", "/check", "/faults"].map((place) => ofUpload(`/import/[upload]${place}`)),
  {
    title: "/import/upload",
    questions: [
      get("by GET", "/import/upload", "/import/upload"),
      {
        name: "by POST, without a file",
        of: "/import/upload",
        ask: async (scene, person) => ({
          answer: await scene.as(person).post(`${scene.url}/import/upload`, {
            data: '--x\r\nContent-Disposition: form-data; name="files"\r\n\r\n\r\n--x--\r\n',
            headers: {
              Origin: scene.url,
              "Content-Type": "multipart/form-data; boundary=x",
            },
            maxRedirects: 0,
          }),
          said: [],
        }),
      },
    ],
  },
  {
    title: "/imports/[import]",
    questions: [
      get(none, "/imports/[import]", `/imports/${missing}`, missing),
      {
        name: "made",
        of: "/imports/[import]",
        ask: async (scene, person) => ({
          answer: await look(scene, person, `/imports/${scene.imported}`),
          said: [scene.imported],
        }),
      },
    ],
  },
  {
    title: "/agreement/[file]",
    questions: [
      report(none, "reliability.pdf"),
      report("reliability.docx", "reliability.docx"),
      report("reliability.txt", "reliability.txt"),
      report("wrong dates", "reliability.txt", "?from=soon"),
      post("by POST", "/agreement/[file]", "/agreement/reliability.txt"),
    ],
  },
  {
    title: "/tables/cases",
    questions: [
      behind(none, "table=table_2&line=total-total&column=this"),
      behind("no such cell", "table=table_10&line=total&column=this"),
      behind("a cell", "table=table_10&line=total-total&column=this"),
      behind("of release 1", "table=table_10&line=total-total&column=this&release=1"),
      behind("by coder", "by=coders&table=table_10&line=total-total&column=this+agreed"),
      behind("of release 9", "table=table_10&line=total-total&column=this&release=9"),
    ],
  },
  {
    title: "/tables/[file]",
    questions: [
      file(none, "table_2.csv"),
      ...["table_10.csv", "table_10.xlsx", "table_10.docx", "chart_1.svg", "chart_1.png"].map(
        (name) => file(name, name),
      ),
      file("of release 1", "table_10.csv", "?release=1"),
      file("of release 9", "table_10.csv", "?release=9"),
      file("publication of release 1", "report.docx", "?release=1&view=publication"),
      file("publication of none", "report.docx", "?view=publication"),
      file("case_mix.csv", "case_mix.csv"),
      file("mean_by_coder.csv", "mean_by_coder.csv"),
      file("by coder, of release 1", "mean_by_coder.csv", "?release=1"),
      file("case mix for publication", "case_mix.csv", "?release=1&view=publication"),
      file("by coder for publication", "mean_by_coder.csv", "?release=1&view=publication"),
      post("by POST", "/tables/[file]", "/tables/table_10.csv"),
    ],
  },
  {
    title: "/releases/[number]",
    questions: [release(none, "9"), release("not a number", "nineteen"), release("release 1", "1")],
  },
  {
    title: "the session",
    questions: [
      get("/session", "/session"),
      post("/session by POST", "/session", "/session"),
      get("/sign-out", "/sign-out"),
      post("/sign-out by POST", "/sign-out", "/sign-out"),
      post("everywhere", "/sign-out", "/sign-out", { everywhere: "yes" }),
    ],
  },
  {
    title: `${auth}, asked for by GET`,
    questions: ["signin", "signout", "session", "csrf", "providers", "error", "verify-request"].map(
      (name) => get(name, auth, `/api/auth/${name}`),
    ),
  },
  {
    title: `${auth}, sent to by POST`,
    questions: [
      {
        name: "callback/credentials",
        of: auth,
        ask: async (scene, person) => ({
          answer: await sendSignIn(scene.as(person), scene.url, "Olga", scene.cookieOf(person)),
          said: [],
        }),
      },
      ...["signin/credentials", "signout", "session", "_log"].map((name) =>
        post(name, auth, `/api/auth/${name}`),
      ),
    ],
  },
];

function get(name: string, of: string, path = name, said = path): Question {
  return {
    name,
    of,
    ask: async (scene, person) => ({ answer: await look(scene, person, path), said: [said] }),
  };
}

function file(name: string, of: string, query = ""): Question {
  return get(name, "/tables/[file]", `/tables/${of}${query}`, of);
}

function report(name: string, of: string, query = ""): Question {
  return get(name, "/agreement/[file]", `/agreement/${of}${query}`, of);
}

// A page that is not there says with what it was asked for, written in several ways.
function behind(name: string, query: string): Question {
  const path = `/tables/cases?${query}`;
  // A space is written in two ways.
  const inPayload = query.replaceAll("&", "\\u0026");
  const said = [path, encodeURIComponent(path), query, inPayload, inPayload.replace("+", "%20")];
  return {
    name,
    of: "/tables/cases",
    ask: async (scene, person) => ({ answer: await look(scene, person, path), said }),
  };
}

// A number stands in many places of an answer: these are the ones where it says what was asked.
function release(name: string, number: string): Question {
  const path = `/releases/${number}`;
  return {
    name,
    of: "/releases/[number]",
    ask: async (scene, person) => ({
      answer: await look(scene, person, path),
      said: [
        ...[path, encodeURIComponent(path)],
        ...[`\\"k\\":\\"${number}\\"`, `\\"releases\\",\\"${number}\\"`],
      ],
    }),
  };
}

function look(scene: Scene, person: Person, path: string): Promise<Answered> {
  if (path.endsWith("/events")) return listen(scene, person, path);
  return scene.as(person).get(scene.url + path, { maxRedirects: 0 });
}

/** Asks for what may be an answer without end. */
async function listen(scene: Scene, person: Person, path: string): Promise<Answered> {
  const headers = { Cookie: scene.cookieOf(person), Connection: "close" };
  const answer = await fetch(scene.url + path, { redirect: "manual", headers });
  const kind = answer.headers.get("content-type");
  const body = answer.body ? await bodyOf(kind, answer.body) : Buffer.alloc(0);
  return {
    status: () => answer.status,
    headers: () => Object.fromEntries(answer.headers),
    headersArray: () => [...answer.headers].map(([name, value]) => ({ name, value })),
    text: async () => body.toString(),
  };
}

function post(name: string, of: string, path: string, form: Record<string, string> = {}): Question {
  return {
    name,
    of,
    async ask(scene, person) {
      const sent = { form, headers: { Origin: scene.url }, maxRedirects: 0 };
      return { answer: await scene.as(person).post(scene.url + path, sent), said: [] };
    },
  };
}
