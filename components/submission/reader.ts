/** What is loaded only once somebody opens a file. */
export { findQuote } from "@/domain/ratings/submission";
export { OpenedSubmission } from "./opened-submission";
export { readSubmission } from "./read-submission";
