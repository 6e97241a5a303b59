import { type FormState, untouched } from "@/components/ui/form-state";

/** What the form of a section shows after an attempt. */
export interface RecordFormState extends FormState {
  /** The outputs that the change would move, for the lead to see before it is stored. */
  readonly moves: readonly string[];
  /** The change for which that was worked out, as the form sends it back. */
  readonly confirmed: string;
  /**
   * The page of the section, where others recorded something in it since this one was opened that
   * saving again replaces; else "".
   */
  readonly replaces: string;
}

export const untouchedRecord: RecordFormState = {
  ...untouched,
  moves: [],
  confirmed: "",
  replaces: "",
};

/** A server action behind the form of a section. */
export type RecordAction = (state: RecordFormState, form: FormData) => Promise<RecordFormState>;
