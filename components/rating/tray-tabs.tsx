"use client";

/** What can be shown beside the grid: the factor in hand, the submission, or how every factor is judged. */
export const trayTabs = {
  guidance: "Guidance",
  submission: "Submission",
  criteria: "Criteria",
} as const;
export type TrayTab = keyof typeof trayTabs;

/** Chooses what the tray shows. For a wide screen: on a narrow one all of it has a place in the page. */
export function TrayTabs(props: { shown: TrayTab; onShow: (tab: TrayTab) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div className="tray-tabs" role="group" aria-label="Beside the grid">
      {Object.entries(trayTabs).map(([tab, label]) => (
        <button
          type="button"
          aria-pressed={props.shown === tab}
          onClick={() => props.onShow(tab as TrayTab)}
          key={tab}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
