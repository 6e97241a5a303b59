import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PageTitle } from "@/components/ui/page-title";
import { listPracticeCases } from "@/db/practice-cases/list";
import { getPracticeStanding } from "@/db/practice-cases/requirement";
import { mayMakePracticeCases } from "@/domain/workflow";
import { OwnPractice } from "./own-practice";
import { TeamPractice } from "./team-practice";

export const metadata: Metadata = { title: "Practice" };

export default async function PracticePage() {
  const viewer = await viewerFor("/practice");
  const listed = await listPracticeCases(viewer);
  if (!listed) notFound();
  const leads = mayMakePracticeCases(viewer);
  return (
    <Shell viewer={viewer} current={leads ? "/settings" : "/practice"}>
      <PageTitle title="Practice" />
      {leads ? (
        <TeamPractice viewer={viewer} listed={listed} />
      ) : (
        <OwnPractice standing={await getPracticeStanding(viewer)} listed={listed} />
      )}
    </Shell>
  );
}
