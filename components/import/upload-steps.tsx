const steps = [
  { key: "columns", label: "Columns", path: "" },
  { key: "values", label: "Values", path: "/values" },
  { key: "check", label: "Check and import", path: "/check" },
];

/** The steps of an import, each a page that can be gone back to. */
export function UploadSteps({ id, step, columns }: { id: string; step: string; columns: number }) {
  const shown = steps.filter(({ key }) => key !== "values" || columns > 0);
  return (
    <nav aria-label="Steps of the import">
      <ol className="import-steps">
        {shown.map(({ key, label, path }) => (
          <li key={key}>
            <a
              className="govuk-link"
              href={`/import/${id}${path}`}
              aria-current={key === step ? "step" : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
