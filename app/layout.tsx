import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DemonstrationStrip } from "@/components/ui/demonstration-strip";
import { studyKind } from "@/db/study/study";
import "@/components/look/concord.css";

export const metadata: Metadata = {
  title: { default: "Concord", template: "%s – Concord" },
  robots: { index: false, follow: false },
};

// Every page depends on who asks and on the study as it is now; none is made in advance.
export const dynamic = "force-dynamic";

/** What every page has, whoever sees it: also the ones that say that there is no such page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>
        {(await studyKind()) === "demonstration" && <DemonstrationStrip />}
        {children}
      </body>
    </html>
  );
}
