import { type Asked, addressOf } from "./asked";

/** Which cases the figures are of, where they are of a window over time, and the way to all. */
export function WindowNote({ asked }: { asked: Asked }) {
  if (asked.window === null) return null;
  const { factor, number } = asked.window;
  return (
    <p className="govuk-body">
      Only the cases of window {number}
      {factor === null ? " over time." : " of one factor over time."}{" "}
      <a className="govuk-link" href={addressOf({ ...asked, window: null })}>
        Show the cases of all windows
      </a>
    </p>
  );
}
