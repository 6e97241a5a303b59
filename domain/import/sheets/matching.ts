import { z } from "zod";
import { type SheetKind, sheetKinds } from "./targets";

/**
 * How the sheets of an upload are read: what each is, which row has its headers, what each column
 * holds, and what the texts in columns of words and scores stand for. It says nothing of a case.
 */
export interface Matching {
  /** In the order of the sheets. */
  readonly sheets: readonly SheetMatching[];
  /** The sample of new cases in whose rows none stands; "" when each must have its own. */
  readonly sample: string;
  /** A blank in a row of cases says nothing, so that what is recorded stays. */
  readonly keepsRecorded?: true;
}

/** How one sheet is read. */
export interface SheetMatching {
  /** Null for a sheet that is left out. */
  readonly kind: SheetKind | null;
  /** The row that has the headers, as spreadsheet programs number it. */
  readonly headerLine: number;
  /** The last row that is read; not there where all are, to the end. */
  readonly lastLine?: number;
  readonly columns: readonly ColumnMatching[];
}

/** What one column holds. */
export interface ColumnMatching {
  /** As it stands in the file; "" when the column has none. */
  readonly header: string;
  /** The key of its target; null for a column that is left out. */
  readonly target: string | null;
  /** Why it was matched so. */
  readonly by: MatchedBy;
  /** What the texts in it stand for: the key of a value, or "" for nothing recorded. */
  readonly values: Readonly<Record<string, string>>;
}

/** Why a column was matched as it is. */
export const matchedBy = {
  name: { label: "Same name" },
  synonym: { label: "Another name for it: please check" },
  remembered: { label: "As in the last import" },
  guess: { label: "A guess: please check" },
  nothing: { label: "Not recognised" },
  person: { label: "Chosen by you" },
} as const;
export type MatchedBy = keyof typeof matchedBy;

/** A matching as it was stored. */
export const matchingSchema: z.ZodType<Matching> = z.strictObject({
  sample: z.string(),
  keepsRecorded: z.literal(true).optional(),
  sheets: z.array(
    z.strictObject({
      kind: z.enum(Object.keys(sheetKinds) as [SheetKind]).nullable(),
      headerLine: z.number().int(),
      lastLine: z.number().int().optional(),
      columns: z.array(
        z.strictObject({
          header: z.string(),
          target: z.string().nullable(),
          by: z.enum(Object.keys(matchedBy) as [MatchedBy]),
          values: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});
