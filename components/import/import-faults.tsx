import { type FaultOfCell, FaultTable } from "./fault-table";

export interface ImportFaultsProps {
  /** Where a copy of the files with the faults can be had. */
  readonly href: string;
  readonly count: number;
  readonly faults: readonly FaultOfCell[];
}

/** Everything that keeps the files from being imported, by row and column. */
export function ImportFaults({ href, count, faults }: ImportFaultsProps) {
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {count === 1 ? "1 fault" : `${count.toLocaleString("en-GB")} faults`} to mend first
      </h2>
      <p className="govuk-body">
        Go back to the columns or values, or mend the files and upload them again.{" "}
        <a className="govuk-link" href={href}>
          Download a copy of the files with the faults beside their rows
        </a>
      </p>
      <FaultTable caption="Faults" expectedLabel="Expected" count={count} faults={faults} />
    </section>
  );
}
