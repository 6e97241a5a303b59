import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";
import type { ListedPracticeCase } from "@/db/practice-cases/list";
import type { PracticeStanding } from "@/db/practice-cases/requirement";
import { requiredInWords, resultInWords } from "./words";

interface Props {
  /** Null when no practice is required of them. */
  readonly standing: PracticeStanding | null;
  readonly listed: readonly ListedPracticeCase[];
}

/** What a coder can practise, and how they did. */
export function OwnPractice({ standing, listed }: Props) {
  const toRate = listed.filter((one) => one.toRate);
  const done = listed.flatMap(({ number, result }) => (result ? [{ number, result }] : []));
  return (
    <>
      <p className="govuk-body">
        A practice case has levels that a lead has set, with reasons. You rate it without them,
        once, and then see where you differ and why. Practice counts nowhere else: it is in no
        dataset, no table and no measure of agreement.
      </p>
      {standing && <Standing standing={standing} left={toRate.length} />}
      <h2>To practise</h2>
      {toRate.length === 0 ? (
        <p className="govuk-body">There is no practice case for you to rate.</p>
      ) : (
        <TaskList
          tasks={toRate.map(({ number, begun }) => ({
            id: `to-practise-${number}`,
            title: `Rate Practice ${number}`,
            href: `/practice/${number}/rate`,
            status: <Tag>{begun ? "Begun" : "Not started"}</Tag>,
          }))}
        />
      )}
      {done.length > 0 && (
        <>
          <h2>Practised</h2>
          <TaskList
            tasks={done.map(({ number, result }) => ({
              id: `practised-${number}`,
              title: `Compare Practice ${number}`,
              href: `/practice/${number}`,
              hint: resultInWords(result),
            }))}
          />
        </>
      )}
    </>
  );
}

function Standing({ standing, left }: { standing: PracticeStanding; left: number }) {
  const { requirement, reached, met } = standing;
  if (met)
    return (
      <p className="govuk-body">
        Your team asks for practice before a case is begun. You have done what it asks for.
      </p>
    );
  return (
    <Notice>
      <p>
        Before you begin a case, your team asks for {requiredInWords(requirement)}. You have reached
        it on {reached} so far. Cases that you have begun already stay open to you.
      </p>
      {left < requirement.cases - reached && (
        <p>There are not enough practice cases left for you. Ask a lead to make another.</p>
      )}
    </Notice>
  );
}
