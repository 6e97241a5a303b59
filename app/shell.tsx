import type { ReactNode } from "react";
import { type NavLink, Page } from "@/components/ui/page";
import type { Viewer } from "@/db/people";
import { mayExport, mayListCases, mayManagePeople, mayReadDataset } from "@/domain/workflow";

interface ShellProps {
  readonly viewer: Viewer | null;
  /** The path of the main link that this page belongs to. */
  readonly current?: string;
  readonly children: ReactNode;
}

/** The frame of a page, with the links that this person can follow. */
export function Shell({ viewer, current, children }: ShellProps) {
  return (
    <Page
      nav={viewer ? linksFor(viewer, current) : []}
      person={viewer ? { name: viewer.name, href: "/account" } : undefined}
      signOut={viewer ? "/sign-out" : undefined}
    >
      {children}
    </Page>
  );
}

function linksFor(viewer: Viewer, current: string | undefined): NavLink[] {
  const links: [string, string, boolean][] = [
    ["/", "Your work", true],
    ["/cases", "Cases", mayListCases(viewer)],
    ["/dataset", "Dataset", mayReadDataset(viewer)],
    ["/tables", "Tables", mayReadDataset(viewer)],
    ["/export", "Export", mayExport(viewer)],
    ["/codebook", "Codebook", true],
    ["/people", "People", mayManagePeople(viewer)],
  ];
  return links.flatMap(([href, label, shown]) =>
    shown ? [{ href, label, current: href === current }] : [],
  );
}
