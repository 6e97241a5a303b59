import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";

export type WorkVerb = "Rate" | "Read again" | "Open" | "Reconcile" | "Commit" | "Assign coders";

/** Something that waits for this person. */
export interface WorkItem {
  readonly verb: WorkVerb;
  readonly reference: string;
  readonly href: string;
  /** Short facts, such as "Sample 2015" and "Public law, s31". */
  readonly facts: readonly string[];
  /** How long it has waited, such as "for 3 days". */
  readonly waited: string;
  readonly overdue: boolean;
  /** How far it is, such as "9 of 13 rated". */
  readonly progress?: string;
}

const verbs: readonly WorkVerb[] = [
  "Rate",
  "Read again",
  "Open",
  "Reconcile",
  "Commit",
  "Assign coders",
];

/** What waits for this person, a list per verb. */
export function YourWork({ items }: { items: readonly WorkItem[] }) {
  if (items.length === 0) return <p>Nothing is waiting for you.</p>;
  return verbs.map((verb) => {
    const own = items.filter((item) => item.verb === verb);
    if (own.length === 0) return null;
    const id = `work-${verb.toLowerCase().replace(" ", "-")}`;
    return (
      <section aria-labelledby={id} key={verb}>
        <h2 id={id}>
          {verb}{" "}
          <span className="work-count">{own.length === 1 ? "1 case" : `${own.length} cases`}</span>
        </h2>
        <TaskList
          tasks={own.map((item) => ({
            id: `${id}-${item.reference}`,
            title: `${verb === "Assign coders" ? `${verb} to` : verb} ${item.reference}`,
            href: item.href,
            hint: [...item.facts, `Waiting ${item.waited}`].join(" · "),
            status: statusOf(item),
          }))}
        />
      </section>
    );
  });
}

function statusOf({ progress, overdue }: WorkItem) {
  if (!progress && !overdue) return undefined;
  return (
    <span className="work-states">
      {overdue && <Tag tone="alarm">Overdue</Tag>}
      {progress && <Tag>{progress}</Tag>}
    </span>
  );
}
