"use client";

import { useState } from "react";

/** Leads to the passage in the file that is open, or says why not. */
export function ShowInFile(props: { which: string; show: () => string }) {
  const [news, setNews] = useState("");
  return (
    <div>
      <button type="button" className="quote-button" onClick={() => setNews(props.show())}>
        Show in the file<span className="govuk-visually-hidden"> {props.which}</span>
      </button>
      <p role="status" className="quote-news">
        {news}
      </p>
    </div>
  );
}
