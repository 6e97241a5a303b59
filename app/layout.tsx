import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/components/look/concord.css";

export const metadata: Metadata = {
  title: { default: "Concord", template: "%s – Concord" },
  robots: { index: false, follow: false },
};

// Every page depends on who asks and on the study as it is now.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
