const links = {
  check: { words: "Whole record", path: "/check" },
  change: { words: "Change the record", path: "" },
  history: { words: "History of the record", path: "/history" },
} as const;
type LinkName = keyof typeof links;

/** Links between the pages of a record, and back to the case. */
export function RecordLinks(props: { page: string; caseHref: string; shown: readonly LinkName[] }) {
  const { page, caseHref, shown } = props;
  const hrefs = shown.map((name) => ({ ...links[name], href: `${page}${links[name].path}` }));
  return <Links links={[...hrefs, { words: "Back to the case", href: caseHref }]} />;
}

/** Links from a case to its record. */
export function LinksToRecord(props: { reference: string; mayChange: boolean }) {
  const page = `/cases/${props.reference}/record`;
  const shown: LinkName[] = props.mayChange ? ["change", "check"] : ["check"];
  return <Links links={shown.map((name) => ({ ...links[name], href: page + links[name].path }))} />;
}

function Links(props: { links: readonly { words: string; href: string }[] }) {
  return (
    <ul className="govuk-list">
      {props.links.map(({ words, href }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
