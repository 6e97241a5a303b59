"use server";

import { notFound } from "next/navigation";
import { z } from "zod";
import { actOnPage, goToTell, problemsOn, resultOn, resultOnCase, textOf } from "@/app/act";
import { before, fields, pageOf, taking } from "@/app/arguments";
import { newSampleIn } from "@/app/cases/samples";
import { type RecordFormState, untouchedRecord } from "@/components/case-record/record-form-state";
import { changeRecord, getCaseRecord } from "@/db/cases/case-records";
import type { Viewer } from "@/db/people/people";
import { currentCodeLists } from "@/db/study/code-lists";
import {
  type CaseRecord,
  type Section,
  sectionAfter,
  sections,
} from "@/domain/case-record/case-record";
import { readSection } from "@/domain/case-record/read-section";
import { overNewer } from "./over-newer";
import { oneRowLess, oneRowMore, typedIn } from "./typed-in";

const section = z.enum(Object.keys(sections) as [Section]);

/** Stores a section of a case's record, once a lead has seen what that moves. */
export const saveSectionAction = taking(
  [pageOf, section, before, fields],
  async (page, section, _, form): Promise<RecordFormState> => {
    const state = await actOnPage<RecordFormState>(page, form, async (viewer) => {
      const { reference } = page;
      const view = await getCaseRecord(viewer, reference);
      if (!view?.mayChange) notFound();
      if (form.has("add")) return oneRowMore(form, section);
      if (form.has("remove")) return oneRowLess(form, section);
      const seenRevision = Number(textOf(form, "revision"));
      const typed = await readIn(viewer, form, section, view.record);
      const isStale = seenRevision !== view.revision;
      // What was typed over an older record is refused for that, whatever else is wrong with it now.
      if (!("value" in typed) && !isStale) return typed;
      const facts = "value" in typed ? typed.value : view.record;
      const change = JSON.stringify(facts);
      const outcome = await changeRecord(viewer, reference, {
        ...{ section, facts, seenRevision },
        reason: textOf(form, "reason"),
        confirmed: textOf(form, "confirmed") === change,
      });
      const result = await resultOnCase(viewer, reference, form, outcome);
      if (!("value" in result)) return overNewer(viewer, { reference, section }, result);
      const { stored, moves } = result.value;
      if (!stored) return { ...problemsOn(form, []), moves, confirmed: change };
      const next = form.has("goOn") ? sectionAfter(section) : null;
      const record = `/cases/${reference}/record`;
      const notice = { kind: "section saved", reference, section } as const;
      return goToTell(next ? `${record}/${next}` : record, notice);
    });
    return { ...untouchedRecord, ...state };
  },
);

async function readIn(viewer: Viewer, form: FormData, section: Section, held: CaseRecord) {
  const lists = await currentCodeLists();
  const typed = resultOn(form, readSection(section, typedIn(form, section), held, lists));
  if (!("value" in typed) || !("sample" in typed.value)) return typed;
  const isNew = await newSampleIn(viewer, form, typed.value.sample);
  return isNew ? problemsOn(form, [isNew]) : typed;
}
