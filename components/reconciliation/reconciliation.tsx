import type { FormAction } from "@/components/ui/form-state";
import { PageTitle } from "@/components/ui/page-title";
import { AcceptForm } from "./accept-form";
import { CommitForm } from "./commit-form";
import type { DecisionAction } from "./decision-state";
import { MeetingNotes, type MeetingNotesProps } from "./meeting-notes";
import { Names } from "./names-form";
import { ReconciliationTable } from "./reconciliation-table";
import { ReconciliationTiles } from "./reconciliation-tiles";
import type { ReconciliationView } from "./reconciliation-view";
import { Room, type RoomProps } from "./room";
import type { RowActions } from "./row-more";

export interface ReconciliationProps {
  readonly view: ReconciliationView;
  readonly room: Pick<RoomProps, "events" | "at" | "look">;
  readonly notes: MeetingNotesProps;
  /** Whether what is decided comes last, folded up. */
  readonly undecidedFirst: boolean;
  /** Where another coder is assigned; absent for those who assign nobody. */
  readonly assignAt?: string;
  readonly agree: DecisionAction;
  readonly acceptAllTheSame: FormAction;
  /** Leads to the check page, or answers with what is left to decide. */
  readonly commit: FormAction;
  readonly showNames: FormAction;
  /** What can be done on a row besides: dissent, precedents. */
  readonly rowActions: RowActions;
}

/** The content of the reconciliation page: the room. */
export function Reconciliation(props: ReconciliationProps) {
  const { view, room, notes, assignAt, undecidedFirst } = props;
  const { reference, coders, openedAt, mayAgree, tiles } = view;
  const coderCount = `${coders.length} ${coders.length === 1 ? "coder" : "coders"}`;
  const facts = [...view.facts, coderCount, `Opened ${openedAt}`];
  return (
    <>
      <PageTitle
        title={`Reconcile case ${reference}`}
        facts={view.cycle ? [...facts, view.cycle] : facts}
      />
      <Room {...room} casePage={`/cases/${reference}`} latest={view.latest}>
        <div className="reconcile-top">
          <ReconciliationTiles tiles={tiles} rows={view.rows} />
          {mayAgree && <Actions {...props} />}
        </div>
        {view.secondLook && <p>{view.secondLook}</p>}
        {!view.ready && (
          <p className="muted">{tiles.left} left to decide before this case can be committed</p>
        )}
        <div className="reconcile-tools">
          <Order undecidedFirst={undecidedFirst} tiles={tiles} />
          {coders.length > 0 && (
            <Names
              coders={coders}
              shown={view.namesShown}
              showNames={mayAgree ? props.showNames : undefined}
            />
          )}
        </div>
        <ReconciliationTable
          reference={reference}
          rows={view.rows}
          undecidedFirst={undecidedFirst}
          agree={mayAgree ? props.agree : undefined}
          actions={props.rowActions}
        />
        <MeetingNotes {...notes} />
        {assignAt && (
          <section aria-labelledby="another-coder">
            <h2 id="another-coder">Another opinion</h2>
            <p>
              A further coder can be called in. The case closes again to everybody, this room too,
              until they have rated it alone and submitted. What is agreed so far is kept.
            </p>
            <p>
              <a href={assignAt}>Assign another coder on the case’s page</a>
            </p>
          </section>
        )}
      </Room>
    </>
  );
}

function Actions({ view, acceptAllTheSame, commit }: ReconciliationProps) {
  const { acceptableCount, ready, tiles } = view;
  return (
    <div className="reconcile-actions">
      <AcceptForm
        count={acceptableCount}
        of={tiles.of}
        left={tiles.left}
        accept={acceptAllTheSame}
      />
      <CommitForm ready={ready} commit={commit} key={tiles.left} />
    </div>
  );
}

/** In which order the factors stand: as they differ, or what is left first. */
function Order({
  undecidedFirst,
  tiles,
}: Pick<ReconciliationProps, "undecidedFirst"> & Pick<ReconciliationView, "tiles">) {
  const links = [
    { href: "?show=all", words: "Widest differences first", current: !undecidedFirst },
    { href: "?show=undecided", words: `Undecided first (${tiles.left})`, current: undecidedFirst },
  ];
  return (
    <nav aria-label="Order of the factors" className="order">
      <ul>
        {links.map(({ href, words, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
