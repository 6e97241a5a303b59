"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { classes, describedBy, ErrorMessage, FormGroup, Hint } from "@/components/ui/field-words";
import { type FormState, untouched } from "@/components/ui/form-state";
import { useFormAction, useResetWhenDone } from "@/components/ui/use-form-action";
import { useUnsaved } from "@/components/ui/use-unsaved";
import { NotSaved } from "./standing";
import { useBegun, useShowLatest } from "./use-begun";

/** What the form of the notes shows after an attempt. */
export interface NotesState extends FormState {
  /** After a refusal: the version that the next attempt starts from. */
  readonly seenRevision?: number;
}

export interface MeetingNotesProps {
  readonly text: string;
  readonly revision: number;
  /** Who saved them and when; "" before anybody has. */
  readonly saved: string;
  readonly action: (state: NotesState, form: FormData) => Promise<NotesState>;
}

const nothingYet: NotesState = untouched;

/** The notes of the meeting, which everybody in the room can change. */
export function MeetingNotes({ text, revision, saved, action }: MeetingNotesProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, answers, formAction, onSubmit } = useFormAction(action, nothingYet);
  const { problems, values } = state;
  const refused = problems.length > 0 ? state : null;
  const begun = useBegun({ revision, value: text }, answers, refused);
  useResetWhenDone(form, answers, problems);
  useShowLatest(form, revision, begun.underWay);
  useUnsaved(begun.underWay);
  const error = problems[0]?.message;
  const asTheyStand = begun.underWay && (begun.overtaken || refused?.seenRevision === revision);
  return (
    <section aria-labelledby="meeting-notes" className="meeting-notes">
      <h2 id="meeting-notes">Meeting notes</h2>
      <form
        action={formAction}
        onSubmit={(event) => {
          begun.send();
          onSubmit(event);
        }}
        onChange={begun.touch}
        ref={form}
        autoComplete="off"
        noValidate
      >
        <input type="hidden" name="seenRevision" value={begun.revision} />
        <FormGroup error={error}>
          <label className="govuk-label" htmlFor="notes">
            Notes of this case’s meetings
          </label>
          <Hint name="notes">
            Everybody in the room can add to them. They stay with the case, for those who may see
            its ratings.
          </Hint>
          <ErrorMessage name="notes">{error}</ErrorMessage>
          <textarea
            className={classes("govuk-textarea", error && "govuk-textarea--error")}
            id="notes"
            name="notes"
            rows={5}
            defaultValue={typeof values.notes === "string" ? values.notes : begun.value}
            aria-describedby={describedBy("notes", "hint", error)}
          />
        </FormGroup>
        <div aria-live="polite">
          {asTheyStand && (
            <div className="overtaken">
              <p>
                {begun.overtaken &&
                  "The notes were changed meanwhile. What you typed is still here. "}
                <b>The notes as they stand:</b>
              </p>
              <p className="note-text">{text || "Empty"}</p>
            </div>
          )}
        </div>
        <div className="buttons">
          <Button look="secondary">Save the notes</Button>
          {begun.underWay && <NotSaved />}
          <span className="muted" role="status">
            {begun.underWay ? "" : saved}
          </span>
        </div>
      </form>
    </section>
  );
}
