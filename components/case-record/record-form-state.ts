import { type FormState, untouched } from "@/components/ui/form-state";

/** What the form of a section shows after an attempt. */
export interface RecordFormState extends FormState {
  /** The outputs that the change would move, for the lead to see before it is stored. */
  readonly moves: readonly string[];
  /** The change for which that was worked out, as the form sends it back. */
  readonly confirmed: string;
}

export const untouchedRecord: RecordFormState = { ...untouched, moves: [], confirmed: "" };

/** A server action behind the form of a section. */
export type RecordAction = (state: RecordFormState, form: FormData) => Promise<RecordFormState>;
