"use client";

import { useEffect, useRef, useState } from "react";
import { asHtml, asText, type CopiedTable } from "./copied";

/** A button that copies the table that stands beside it. Only scripts can: it appears with them. */
export function CopyTable({ title, remarks }: Omit<CopiedTable, "rows">) {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const [told, setTold] = useState("");
  useEffect(() => setShown("clipboard" in navigator && "ClipboardItem" in window), []);
  const copy = () => {
    const table = place.current?.closest(".report-table")?.querySelector("table");
    if (!table) return;
    const copied = { title, remarks, rows: rowsOf(table) };
    const as = (type: string, text: string) => new Blob([text], { type });
    const item = new ClipboardItem({
      "text/html": as("text/html", asHtml(copied)),
      "text/plain": as("text/plain", asText(copied)),
    });
    return navigator.clipboard.write([item]).then(
      () => setTold("Copied. Paste it into your document."),
      () => setTold("Your browser did not allow that: select the table and copy it yourself."),
    );
  };
  return (
    <div className="copy-table" ref={place}>
      {shown && (
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          aria-label={`Copy table: ${title}`}
          onClick={copy}
        >
          Copy table
        </button>
      )}
      <span role="status">{told}</span>
    </div>
  );
}

/** What stands in a table, without the labels that cards on a narrow screen have. */
function rowsOf(table: HTMLTableElement): string[][] {
  const copy = table.cloneNode(true) as HTMLTableElement;
  for (const label of copy.querySelectorAll(".card-label")) label.remove();
  return [...copy.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
}
