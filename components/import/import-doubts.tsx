import { type FaultOfCell, FaultTable } from "./fault-table";

/** What can be imported as it stands, and may not be what was meant. */
export function ImportDoubts({ doubts }: { doubts: readonly FaultOfCell[] }) {
  return (
    <section aria-labelledby="doubts">
      <h2 className="govuk-heading-m" id="doubts">
        To look at
      </h2>
      <p className="govuk-body">
        This can be imported as it stands, and may not be what was meant. If it is not, mend the
        files and upload them again.
      </p>
      <FaultTable
        caption="To look at"
        expectedLabel="May have been"
        count={doubts.length}
        faults={doubts}
      />
    </section>
  );
}
