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
  /** The viewer did their part: it waits for somebody else. */
  readonly forOthers: boolean;
}

/** Something to begin with while nothing waits, such as "Register a case". */
export interface FirstStep {
  readonly label: string;
  readonly href: string;
}

interface Props {
  readonly items: readonly WorkItem[];
  /** What there is to begin with; shown when nothing waits. */
  readonly firstSteps: readonly FirstStep[];
}

const verbs: readonly WorkVerb[] = [
  "Rate",
  "Read again",
  "Open",
  "Reconcile",
  "Commit",
  "Assign coders",
];

/** What waits for this person, a list per verb, and after it what of theirs waits for others. */
export function YourWork({ items, firstSteps }: Props) {
  const own = items.filter((item) => !item.forOthers);
  return (
    <>
      {own.length === 0 && <NothingWaits firstSteps={items.length === 0 ? firstSteps : []} />}
      {verbs.map((verb) => (
        <WorkList heading={verb} items={own.filter((item) => item.verb === verb)} key={verb} />
      ))}
      <WorkList heading="Waiting for others" items={items.filter((item) => item.forOthers)} />
    </>
  );
}

function WorkList({ heading, items }: { heading: string; items: readonly WorkItem[] }) {
  if (items.length === 0) return null;
  const id = `work-${heading.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {heading}{" "}
        <span className="work-count">
          {items.length === 1 ? "1 case" : `${items.length} cases`}
        </span>
      </h2>
      <TaskList
        tasks={items.map((item) => ({
          id: `${id}-${item.reference}`,
          title: `${item.verb === "Assign coders" ? "Assign coders to" : item.verb} ${item.reference}`,
          href: item.href,
          hint: [...item.facts, `Waiting ${item.waited}`].join(" · "),
          status: statusOf(item),
        }))}
      />
    </section>
  );
}

function NothingWaits({ firstSteps }: { firstSteps: readonly FirstStep[] }) {
  return (
    <>
      <p>Nothing is waiting for you.</p>
      {firstSteps.length > 0 && (
        <section aria-labelledby="first-steps">
          <h2 id="first-steps">To begin with</h2>
          <TaskList
            tasks={firstSteps.map(({ label, href }) => ({
              id: `first-steps-${href.slice(1).replace("/", "-")}`,
              title: label,
              href,
            }))}
          />
        </section>
      )}
    </>
  );
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
