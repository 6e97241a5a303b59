import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { ReleaseTable } from "@/components/releases/release-table";
import { PageTitle } from "@/components/ui/page-title";
import { getReleasePreview } from "@/db/releases/next";
import { listReleases } from "@/db/releases/releases";
import { formatDate } from "@/domain/dates";
import { NextRelease } from "./next-release";

export const metadata: Metadata = { title: "Releases" };

export default async function ReleasesPage() {
  const viewer = await viewerFor("/releases");
  const releases = await listReleases(viewer);
  if (!releases) notFound();
  const preview = await getReleasePreview(viewer);
  return (
    <Shell viewer={viewer} current="/export">
      <PageTitle title="Releases" />
      <p className="govuk-body">
        A release is the dataset as it was on a day, under a number. It never changes: whatever
        happens later, its files can be made again, the same to the byte.
      </p>
      <ReleaseTable
        releases={releases.map(({ madeAt, ...release }) => ({
          ...release,
          madeOn: formatDate(madeAt),
        }))}
      />
      {preview && <NextRelease preview={preview} />}
    </Shell>
  );
}
