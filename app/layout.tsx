import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/components/look/concord.css";

export const metadata: Metadata = {
  title: { default: "Concord", template: "%s – Concord" },
  robots: { index: false, follow: false },
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
