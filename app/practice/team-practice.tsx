import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import type { Viewer } from "@/db/people/people";
import { listCoders } from "@/db/people/people";
import type { ListedPracticeCase } from "@/db/practice-cases/list";
import { getRequirement, listYetToPractise } from "@/db/practice-cases/requirement";
import { listPracticeResults, type Practised } from "@/db/practice-cases/results";
import { formatDate } from "@/domain/dates";
import { type Requirement, reaches } from "@/domain/practice-cases/requirement";
import { directionInWords, requiredInWords } from "./words";

interface Props {
  readonly viewer: Viewer;
  readonly listed: readonly ListedPracticeCase[];
}

/** The practice cases of the team, and who has rated which with what result. */
export async function TeamPractice({ viewer, listed }: Props) {
  const results = (await listPracticeResults(viewer)) ?? [];
  const requirement = await getRequirement(viewer);
  const count = (number: number) => results.filter((one) => one.number === number).length;
  return (
    <>
      <p className="govuk-body">
        You say what there is to read, which levels it is to be given, and why. Coders rate it
        without these, once, and then see where they differ. Practice is in no dataset, no table and
        no measure of agreement. Leads do not practise: they can read the reference levels.
      </p>
      <ButtonLink href="/practice/new">Make a practice case</ButtonLink>
      <DataTable
        caption="Practice cases"
        narrow="cards"
        columns={[
          { key: "name", label: "Practice case" },
          { key: "state", label: "State" },
          { key: "count", label: "Coders who have rated it", numeric: true },
        ]}
        rows={listed.map(({ number, offered }) => ({
          key: String(number),
          cells: [
            <a className="govuk-link" href={`/practice/${number}`} key="name">
              Practice {number}
            </a>,
            offered ? "Offered" : "Withdrawn",
            count(number),
          ],
        }))}
        empty="There is none yet."
      />
      <h2>Who has practised</h2>
      <Required requirement={requirement} names={await namesYetToPractise(viewer)} />
      <Results results={results} requirement={requirement} />
    </>
  );
}

async function namesYetToPractise(viewer: Viewer): Promise<string[]> {
  const ids = await listYetToPractise(viewer);
  return (await listCoders(viewer)).filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

function Required(props: { requirement: Requirement | null; names: readonly string[] }) {
  const { requirement, names } = props;
  const who = names.length === 0 ? "Nobody" : names.join(", ");
  return (
    <p className="govuk-body">
      {requirement
        ? `Before a case is begun your team asks for ${requiredInWords(requirement)}. Yet to reach it: ${who}.`
        : "Your team asks for no practice before a case is begun."}{" "}
      <a className="govuk-link" href="/settings">
        Change what is required
      </a>
    </p>
  );
}

function Results(props: { results: readonly Practised[]; requirement: Requirement | null }) {
  const { results, requirement } = props;
  return (
    <DataTable
      caption="Results"
      captionHidden
      narrow="cards"
      columns={[
        { key: "who", label: "Coder" },
        { key: "case", label: "Practice case" },
        { key: "same", label: "The same", numeric: true },
        { key: "withinOne", label: "Within one score", numeric: true },
        { key: "direction", label: "Against the reference" },
        ...(requirement ? [{ key: "reached", label: "Required level" }] : []),
        { key: "when", label: "Submitted" },
      ]}
      rows={results.map((one) => ({
        key: `${one.number} ${one.personId}`,
        cells: [
          one.name,
          `Practice ${one.number}`,
          `${one.result.same} of ${one.result.factors}`,
          `${one.result.withinOne} of ${one.result.factors}`,
          directionInWords(one.result) || "the same",
          ...(requirement ? [reaches(one.result, requirement) ? "Reached" : "Not reached"] : []),
          formatDate(one.submittedAt),
        ],
      }))}
      empty="Nobody has submitted a practice case yet."
    />
  );
}
