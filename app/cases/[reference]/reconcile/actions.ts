"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import {
  act,
  actOnForm,
  actOnPage,
  actUnasked,
  forgetPagesSeen,
  goTo,
  placed,
  problemsOf,
  problemsOn,
  resultOnCase,
  stayOnCase,
  textOf,
  tooLate,
  whyNobody,
} from "@/app/act";
import { before, fields, pageOf, reference, taking } from "@/app/arguments";
import type { DecisionState } from "@/components/reconciliation/decision-state";
import type { NotesState } from "@/components/reconciliation/meeting-notes";
import { untouched } from "@/components/ui/form-state";
import { acceptAllTheSame, agreeLevel } from "@/db/reconciliation/decisions";
import { recordDissent, withdrawDissent } from "@/db/reconciliation/dissenting";
import { listMeetingNotes, saveMeetingNotes } from "@/db/reconciliation/meeting-notes";
import { getReconciliation } from "@/db/reconciliation/reconciliations";
import { getRoom, showNames } from "@/db/reconciliation/rooms";
import { done, notFound } from "@/domain/outcome";
import { dissentSchema } from "@/domain/reconciliation/dissent";
import { notesSchema } from "@/domain/reconciliation/meeting-notes";
import { decisionSchema } from "@/domain/reconciliation/reconciliation";

/** The revision that a row’s form was sent with; undefined when it is none. */
function seenRevisionIn(form: FormData): number | undefined {
  const seen = textOf(form, "seenRevision");
  return /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
}

const letters = z.string().max(100);

/** Agrees the level of one factor, on a page that showed the ratings of those coders. */
export const agreeAction = taking(
  [reference, letters, before, fields],
  async (reference, seenCoders, _, form) => {
    const values = {
      // Of several levels none is chosen.
      level: form.getAll("level").map(String).join(", "),
      way: textOf(form, "way"),
      reason: textOf(form, "reason"),
      tags: form.getAll("tags").map(String),
    };
    const seenRevision = seenRevisionIn(form);
    const seen = { seenRevision, seenCoders };
    return act<DecisionState>(
      async () => ({ problems: [await whyNobody()], values, seenRevision }),
      async (viewer) => {
        const factor = textOf(form, "factor");
        const decision = decisionSchema.safeParse({ ...seen, ...values, factor });
        if (!decision.success)
          return { problems: problemsOf(decision.error), values, seenRevision };
        const outcome = await agreeLevel(viewer, reference, decision.data);
        // The same words whether there is no such case or it has moved on.
        if (outcome.kind === "not_found")
          return { problems: [{ field: "", message: tooLate }], values, seenRevision };
        forgetPagesSeen();
        if (outcome.kind === "done") return { problems: [], values: {} };
        // The page that comes with this answer shows what stands now.
        const rows = (await getReconciliation(viewer, reference))?.rows;
        const standing = rows?.find((row) => row.factor.key === factor)?.agreed?.revision ?? 0;
        return { problems: outcome.problems, values, seenRevision: standing };
      },
    );
  },
);

/** Records the dissent of a coder of the case from an agreed level. */
export const dissentAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  const factor = textOf(form, "factor");
  return actOnPage(page, form, async (viewer) => {
    const dissent = dissentSchema.safeParse({
      factor,
      reason: textOf(form, `${factor}.dissent`),
      seenRevision: seenRevisionIn(form),
    });
    if (!dissent.success)
      return problemsOn(form, placed(problemsOf(dissent.error), "reason", `${factor}.dissent`));
    const outcome = await recordDissent(viewer, reference, dissent.data);
    return stayOnCase(viewer, reference, form, outcome);
  });
});

/** Withdraws the coder’s own dissent. */
export const withdrawDissentAction = taking([pageOf, before, fields], async (page, _, form) => {
  const { reference } = page;
  return actOnPage(page, form, async (viewer) => {
    const outcome = await withdrawDissent(viewer, reference, textOf(form, "factor"));
    return stayOnCase(viewer, reference, form, outcome);
  });
});

/** Accepts what all coders gave, wherever they gave the same. */
export const acceptAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm(form, async (viewer) => {
    const result = await resultOnCase(
      viewer,
      reference,
      form,
      await acceptAllTheSame(viewer, reference),
    );
    if (!("value" in result)) return result;
    forgetPagesSeen();
    return untouched;
  });
});

/** Goes to the check page when every factor is decided; otherwise says which are left. */
export const commitAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm(form, async (viewer) => {
    const current = await getReconciliation(viewer, reference);
    const outcome = current?.mayAgree ? done(current) : notFound;
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    const left = result.value.rows.filter((row) => !row.agreed || row.again);
    if (left.length === 0) goTo(`/cases/${reference}/reconcile/commit`);
    return problemsOn(
      form,
      left.map(({ factor }) => ({
        field: `${factor.key}.level`,
        message: `Agree a level for ${factor.label}`,
      })),
    );
  });
});

/** Shows the names of the coders in this case’s room, or hides them again. */
export const showNamesAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm(form, async (viewer) => {
    const outcome = await showNames(viewer, reference, textOf(form, "shown") === "yes");
    const result = await resultOnCase(viewer, reference, form, outcome);
    if (!("value" in result)) return result;
    forgetPagesSeen();
    return untouched;
  });
});

/** Saves the meeting notes. */
export const saveNotesAction = taking([reference, before, fields], async (reference, _, form) => {
  return actOnForm<NotesState>(form, async (viewer) => {
    const text = textOf(form, "notes");
    const seenRevision = seenRevisionIn(form);
    const typed = { values: { notes: text }, seenRevision };
    const problem = (message: string) => [{ field: "notes", message }];
    const change = notesSchema.safeParse({ text, seenRevision });
    if (!change.success)
      return { ...typed, problems: problem(change.error.issues[0]?.message ?? "") };
    const outcome = await saveMeetingNotes(viewer, reference, change.data);
    if (outcome.kind === "not_found") return { ...typed, problems: problem(tooLate) };
    forgetPagesSeen();
    if (outcome.kind === "done") return untouched;
    const [last] = await listMeetingNotes(viewer, reference);
    const problems = outcome.problems.map(({ message }) => ({ field: "notes", message }));
    return { ...typed, problems, seenRevision: last?.revision ?? 0 };
  });
});

/** Shows what has changed since, on a page that is open. The page asks by itself. */
export const lookAction = taking([reference], async (reference) => {
  await actUnasked(async (viewer) => {
    // Where the room has closed, what is on the page stays, with what was typed there.
    if (await getRoom(viewer, reference)) refresh();
  });
});
