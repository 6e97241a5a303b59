import type { ReactNode } from "react";
import { SessionEnd } from "@/components/session/session-end";
import { Done, type DoneWords } from "@/components/ui/done";
import { type NavLink, Page } from "@/components/ui/page";
import { getOwnEmail, type Viewer } from "@/db/people/people";
import { idleMinutes, sessionHours, timeLeft } from "@/db/sign-in/sessions";
import {
  mayChangeTeamSettings,
  mayExport,
  mayListCases,
  mayManagePeople,
  mayPlanWork,
  mayPractise,
  mayReadAgreement,
  mayReadDataset,
} from "@/domain/workflow";
import { noticeLeft } from "./notices/notices";
import { wordsOf } from "./notices/words";
import { currentToken } from "./viewer";

interface ShellProps {
  readonly viewer: Viewer | null;
  /** The path of the main link that this page belongs to. */
  readonly current?: string;
  /** Whether they must set up a second factor first: they can follow no link yet. */
  readonly newcomer?: boolean;
  readonly children: ReactNode;
}

/** The frame of a page, with the links that this person can follow. */
export function Shell({ children, ...whose }: ShellProps) {
  const { viewer } = whose;
  return (
    <Frame {...whose}>
      {children}
      {viewer && <EndOfSession viewer={viewer} />}
    </Frame>
  );
}

/** As the shell, for a page on which nothing can be typed that the end of the session would lose. */
export async function Frame({ viewer, current, newcomer = false, children }: ShellProps) {
  // Before anything is drawn: what comes while the rest of a page is sent changes the order in which
  // its parts go, from one answer to the next.
  const told = newcomer ? null : await toldBefore(viewer);
  return (
    <Page
      nav={viewer && !newcomer ? linksFor(viewer, current) : []}
      person={viewer ? { name: viewer.name, href: newcomer ? undefined : "/account" } : undefined}
      signOut={viewer ? "/sign-out" : undefined}
    >
      {!newcomer && <Done told={told} />}
      {children}
    </Page>
  );
}

/** What this person did just before, where that led them here. */
async function toldBefore(viewer: Viewer | null): Promise<DoneWords | null> {
  const notice = await noticeLeft();
  return notice && wordsOf(viewer, notice);
}

// The last use is noted once a minute, so that a page can count on one minute less.
const sureSeconds = (idleMinutes - 1) * 60;

/** Warns before the session ends, as far as this page knows. */
async function EndOfSession({ viewer }: { viewer: Viewer }) {
  const token = await currentToken();
  const left = token ? await timeLeft(token) : null;
  const { canGoOn, seconds } = left ?? { canGoOn: false, seconds: 0 };
  const sure = canGoOn ? sureSeconds : seconds;
  return (
    <SessionEnd
      personId={viewer.id}
      email={await getOwnEmail(viewer)}
      seconds={sure}
      canGoOn={canGoOn}
      hours={sessionHours}
    />
  );
}

function linksFor(viewer: Viewer, current: string | undefined): NavLink[] {
  const links: [string, string, boolean][] = [
    ["/", "Your work", true],
    ["/practice", "Practice", mayPractise(viewer)],
    ["/board", "Board", mayPlanWork(viewer)],
    ["/cases", "Cases", mayListCases(viewer)],
    ["/precedents", "Precedents", mayReadDataset(viewer)],
    ["/dataset", "Dataset", mayReadDataset(viewer)],
    ["/tables", "Tables", mayReadDataset(viewer)],
    ["/agreement", "Agreement", mayReadAgreement(viewer)],
    ["/export", "Export", mayExport(viewer)],
    ["/codebook", "Codebook", true],
    ["/settings", "Settings", mayChangeTeamSettings(viewer)],
    ["/people", "People", mayManagePeople(viewer)],
  ];
  return links.flatMap(([href, label, shown]) =>
    shown ? [{ href, label, current: href === current }] : [],
  );
}
