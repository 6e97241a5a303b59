import { ErrorSummary } from "@/components/ui/error-summary";

/** Takes files from this computer: chosen, or dropped on the field. */
export function UploadForm({ problem }: { problem: string | undefined }) {
  return (
    <form method="post" action="/import/upload" encType="multipart/form-data" noValidate>
      <ErrorSummary problems={problem ? [{ field: "files", message: problem }] : []} />
      <div className={problem ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
        <label className="govuk-label" htmlFor="files">
          Excel or CSV files
        </label>
        <div id="files-hint" className="govuk-hint">
          One workbook, or several files that belong together, at most 25 MB. Choose them, or drop
          them here.
        </div>
        {problem && (
          <p id="files-error" className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {problem}
          </p>
        )}
        <input
          className="govuk-file-upload file-drop"
          id="files"
          name="files"
          type="file"
          multiple
          accept=".xlsx,.csv,.tsv,.txt"
          aria-describedby={problem ? "files-hint files-error" : "files-hint"}
        />
      </div>
      <button type="submit" className="govuk-button">
        Upload and check
      </button>
    </form>
  );
}
