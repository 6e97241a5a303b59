/** The page's heading, with short facts under it. */
export function PageTitle({ title, facts = [] }: { title: string; facts?: readonly string[] }) {
  return (
    <div className="page-title">
      <h1>{title}</h1>
      {facts.length > 0 && (
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
