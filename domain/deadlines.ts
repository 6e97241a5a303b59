import { z } from "zod";
import { daysBetween } from "./dates";

const whatToEnter = "Enter a whole number of days from 1 to 365, or leave it blank for no limit";

/** The days that coders have to rate a case, as a lead enters them: a blank means no limit. */
export const daysToRateSchema = z
  .string(whatToEnter)
  .trim()
  .regex(/^(|[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/, whatToEnter)
  .transform((days) => (days === "" ? null : Number(days)));

/** The days to rate in words. */
export function limitInWords(days: number | null): string {
  if (days === null) return "no limit";
  return days === 1 ? "1 day" : `${days} days`;
}

/** Whether a case that is not submitted has been somebody's for more days than they have. */
export function isOverdue(assignedAt: string, days: number | null, now: string): boolean {
  return days !== null && daysBetween(assignedAt, now) > days;
}
