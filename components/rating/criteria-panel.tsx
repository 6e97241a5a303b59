export interface Criteria {
  readonly recency: string;
  readonly frequency: string;
  readonly severity: string;
}

/** The three criteria and the reference point, which hold for every factor. */
export function CriteriaPanel(props: {
  criteria: Criteria;
  referencePoint: string;
  isOpen: boolean;
}) {
  const { recency, frequency, severity } = props.criteria;
  return (
    <details className="criteria" open={props.isOpen}>
      <summary>How every factor is judged</summary>
      <h2>How every factor is judged</h2>
      <p>{props.referencePoint}</p>
      <dl>
        <div>
          <dt>How recent</dt>
          <dd>{recency}</dd>
        </div>
        <div>
          <dt>How frequent</dt>
          <dd>{frequency}</dd>
        </div>
        <div>
          <dt>How severe</dt>
          <dd>{severity}</dd>
        </div>
      </dl>
    </details>
  );
}
