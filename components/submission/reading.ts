import type { Submission } from "@/domain/ratings/submission";

/** What came of reading a file. */
export type Reading =
  | {
      readonly kind: "read";
      readonly submission: Submission;
      /** What of the file is not shown, in words. */
      readonly notShown: string;
    }
  | { readonly kind: "refused"; readonly words: string };

/** The part of Concord that reads files comes from the server, and may not arrive. */
export const notLoaded: Reading = {
  kind: "refused",
  words:
    "Concord could not load what reads files. Check the connection and choose the file again; if that does not help, reload the page.",
};
