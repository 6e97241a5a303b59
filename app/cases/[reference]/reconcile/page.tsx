import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "@/app/cases/title";
import { caseFacts } from "@/app/cases/words";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { Reconciliation } from "@/components/reconciliation/reconciliation";
import type { Viewer } from "@/db/people/people";
import { listMeetingNotes } from "@/db/reconciliation/meeting-notes";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { getRoom } from "@/db/reconciliation/rooms";
import { currentCodeLists } from "@/db/study/code-lists";
import { lettersIn } from "@/domain/reconciliation/reconciliation";
import { makePrecedentAction, takePrecedentBackAction } from "../actions";
import {
  acceptAction,
  agreeAction,
  commitAction,
  dissentAction,
  lookAction,
  saveNotesAction,
  showNamesAction,
  withdrawDissentAction,
} from "./actions";
import { notesView } from "./notes-view";
import { rowPrecedents } from "./precedents";
import { Proposal } from "./proposal";
import { reconciliationView } from "./view";

interface Props {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Query>;
}

// First how far the room has come, so that the page is never behind what it says of itself.
const shownOf = cache(async (viewer: Viewer, reference: string) => {
  const room = await getRoom(viewer, reference);
  const current = await getReconciliation(viewer, reference);
  return room && current && { room, current };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return titleOf(`Reconcile case ${reference}`, (viewer) => shownOf(viewer, reference));
}

export default async function ReconcilePage({ params, searchParams }: Props) {
  const { reference } = await params;
  const query = await searchParams;
  const page = `/cases/${reference}`;
  const viewer = await viewerFor(`${page}/reconcile`, query);
  const shown = await shownOf(viewer, reference);
  if (!shown) notFound();
  const { room, current } = shown;
  const own = { reference, personId: viewer.id };
  const precedents = await rowPrecedents(viewer, reference);
  const facts = caseFacts(await currentCodeLists(), current);
  return (
    <Shell viewer={viewer} current="/cases">
      <Proposal current={current} />
      <Reconciliation
        view={reconciliationView(current, precedents, facts)}
        room={{
          events: `${page}/reconcile/events`,
          at: room.at,
          look: lookAction.bind(null, reference),
        }}
        notes={{
          ...notesView(await listMeetingNotes(viewer, reference)),
          action: saveNotesAction.bind(null, reference),
        }}
        undecidedFirst={textIn(query, "show") === "undecided"}
        assignAt={current.mayAssign ? `${page}#assign` : undefined}
        agree={agreeAction.bind(null, reference, lettersIn(current))}
        acceptAllTheSame={acceptAction.bind(null, reference)}
        commit={commitAction.bind(null, reference)}
        showNames={showNamesAction.bind(null, reference)}
        rowActions={{
          ...(current.mayDissent && {
            dissent: dissentAction.bind(null, own),
            withdrawDissent: withdrawDissentAction.bind(null, own),
          }),
          makePrecedent: makePrecedentAction.bind(null, reference),
          takePrecedentBack: takePrecedentBackAction.bind(null, reference),
        }}
      />
    </Shell>
  );
}
