import type { Metadata } from "next";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { type WorkItem, type WorkVerb, YourWork } from "@/components/work/your-work";
import { type Load, listLoads } from "@/db/assignments/loads";
import { listWork, type Task } from "@/db/cases/work";
import { hasFirstPassword } from "@/db/people/accounts";
import { getPracticeStanding } from "@/db/practice-cases/requirement";
import { currentCodeLists } from "@/db/study/code-lists";
import type { CodeLists } from "@/domain/code-lists/code-lists";
import { waitedInWords } from "@/domain/dates";
import { caseFacts } from "./cases/words";
import { firstStepsFor } from "./first-steps";

export const metadata: Metadata = { title: { absolute: "Your work – Concord" } };

const verbs: Record<Task["verb"] | "confirm", { verb: WorkVerb; page: string }> = {
  rate: { verb: "Rate", page: "/rate" },
  "read again": { verb: "Read again", page: "/second-look" },
  open: { verb: "Open", page: "" },
  reconcile: { verb: "Reconcile", page: "/reconcile" },
  commit: { verb: "Commit", page: "/reconcile" },
  confirm: { verb: "Commit", page: "/reconcile/commit" },
  "assign coders": { verb: "Assign coders", page: "" },
};

export default async function WorkPage() {
  const viewer = await viewerFor("/");
  const [tasks, firstPassword] = [await listWork(viewer), await hasFirstPassword(viewer)];
  const standing = await getPracticeStanding(viewer);
  const loads = (await listLoads(viewer)) ?? [];
  const lists = await currentCodeLists();
  const now = new Date().toISOString();
  return (
    <Shell viewer={viewer} current="/">
      <PageTitle title="Your work" />
      <YourWork
        items={tasks.map((task) => itemOf(lists, task, now))}
        firstSteps={tasks.length === 0 ? await firstStepsFor(viewer) : []}
      />
      {loads.filter(isWaitedForInVain).map(({ id, name, open }) => (
        <Notice key={id}>
          {open === 1 ? "A case waits" : `${open} cases wait`} for {name}, who can no longer rate.{" "}
          <a className="govuk-link" href={`/board/replace?left=${id}`}>
            Replace {name}
          </a>
        </Notice>
      ))}
      {standing && !standing.met && (
        <Notice>
          Before you begin a case, your team asks for practice.{" "}
          <a className="govuk-link" href="/practice">
            Go to Practice
          </a>
        </Notice>
      )}
      {firstPassword && (
        <Notice>
          Somebody else chose your password and knows it.{" "}
          <a className="govuk-link" href="/account">
            Choose one of your own
          </a>
          , so that nobody can rate in your name.
        </Notice>
      )}
    </Shell>
  );
}

function isWaitedForInVain({ open, assignable }: Load): boolean {
  return open > 0 && !assignable;
}

function itemOf(lists: CodeLists, task: Task, now: string): WorkItem {
  const { verb, page } = task.proposed ? verbs.confirm : verbs[task.verb];
  return {
    verb,
    reference: task.reference,
    href: `/cases/${task.reference}${page}`,
    facts: [...caseFacts(lists, task), ...(task.reopened ? ["Reopened"] : [])],
    waited: waitedInWords(task.since, now),
    overdue: task.overdue,
    progress: progressOf(task),
    forOthers: task.proposed === "by them",
  };
}

function progressOf(task: Task): string | undefined {
  if (task.verb === "rate") return task.rated === 0 ? "Not started" : `${task.rated} of 13 rated`;
  if (task.verb === "open") return "All submitted";
  if (task.verb === "assign coders" && task.coders > 0) return "Needs another coder";
  if (task.proposed) return task.proposed === "to them" ? "For you to confirm" : "Proposed";
  if (task.sentBack && task.left === 0) return "Sent back";
  return task.verb === "reconcile" ? `${task.left} of 13 left` : undefined;
}
