import type { Correlation } from "./intraclass-correlation";
import { type Interval, reasons, type Value } from "./result";

/** A coefficient to two places, such as 0.72; never -0.00. */
export function figure(value: number): string {
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text.replace("-", "−");
}

/** A coefficient, or why there is none. */
export function figureOf({ value, reason }: Value): string {
  return value === null ? reasons[reason] : figure(value);
}

/** A coefficient with its interval, such as "0.72 (0.55 to 0.84)". */
export function withInterval(value: Value, interval: Interval | null): string {
  return value.value === null || !interval
    ? figureOf(value)
    : `${figure(value.value)} (${figure(interval.low)} to ${figure(interval.high)})`;
}

/** An intraclass correlation with its interval, or with the reason why it has none. */
export function correlationInWords(found: Correlation): string {
  return found.value === null || found.interval
    ? withInterval(found, found.interval)
    : `${figure(found.value)} (no interval: too few cases)`;
}

/** A share as whole percent, or a dash where there is none. */
export function percentOf({ value }: Value): string {
  return value === null ? "–" : percent(value);
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
