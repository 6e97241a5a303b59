const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/London",
});

/** A UTC instant (ISO text) as a British date: "14 October 2014". */
export function formatDate(instant: string): string {
  return day.format(new Date(instant));
}

/** A UTC instant (ISO text) as the time in Britain: "14:02". */
export function formatTime(instant: string): string {
  return clock.format(new Date(instant));
}

/** A UTC instant (ISO text) as date and time in Britain: "14 October 2014, 14:02". */
export function formatDateTime(instant: string): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}
