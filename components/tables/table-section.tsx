import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { sharedCaveats } from "@/domain/caveats";

export interface TableSectionProps {
  /** Names it in the address of the page. */
  readonly id: string;
  readonly caption: string;
  /** How to read a figure, such as "Mean risk rating (number of cases)". */
  readonly notes: readonly string[];
  /** The end of a note that leads somewhere. */
  readonly noteLink?: { readonly text: string; readonly href: string };
  /** The base in words, with its samples and the state of the dataset. */
  readonly base: string;
  readonly caveats: readonly string[];
  readonly children: ReactNode;
  /** Ways to take it away. */
  readonly takeAway?: ReactNode;
}

/** On paper, what is to be kept in mind with every table of a page stands once, before them. */
export function SharedCaveats() {
  return (
    <div className="on-paper">
      <h2 className="govuk-heading-m">What to keep in mind with every table and chart</h2>
      <ul className="govuk-list govuk-list--bullet">
        {sharedCaveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </div>
  );
}

/** Something that is counted, under its heading, with what must travel with it. */
export function TableSection(props: TableSectionProps) {
  const { id, caption, notes, noteLink, base, caveats, children, takeAway } = props;
  return (
    <div className="report-table" id={id}>
      <h2 className="govuk-heading-m">{caption}</h2>
      {children}
      {notes.map((note) => (
        <p className="muted" key={note}>
          {noteLink && note.endsWith(noteLink.text) ? (
            <>
              {note.slice(0, -noteLink.text.length)}
              <a className="govuk-link" href={noteLink.href}>
                {noteLink.text}
              </a>
            </>
          ) : (
            note
          )}
        </p>
      ))}
      <p>
        <b>Base:</b> {base}
      </p>
      <Details summary="What to keep in mind">
        <ul className="govuk-list govuk-list--bullet">
          {caveats.map((caveat) => (
            <li
              key={caveat}
              className={sharedCaveats.includes(caveat) ? "shared-caveat" : undefined}
            >
              {caveat}
            </li>
          ))}
        </ul>
      </Details>
      {takeAway}
    </div>
  );
}
