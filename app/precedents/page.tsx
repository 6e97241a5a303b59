import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { FilterForm } from "@/components/ui/filter-form";
import { PageTitle } from "@/components/ui/page-title";
import { TextField } from "@/components/ui/text-field";
import { listPrecedents } from "@/db/reconciliation/precedents";
import { currentCodebook } from "@/db/study/codebooks";
import { findFactor } from "@/domain/codebook/codebook";
import { mayMakePrecedents } from "@/domain/workflow";
import { PrecedentItem } from "./precedent-item";

export const metadata: Metadata = { title: "Precedents" };

export default async function PrecedentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const viewer = await viewerFor("/precedents", query);
  const codebook = await currentCodebook();
  const asked = findFactor(codebook, textIn(query, "factor") ?? "");
  const text = textIn(query, "text") ?? "";
  const precedents = await listPrecedents(viewer, { factor: asked?.key, text });
  if (!precedents) notFound();
  const count = `${precedents.length} ${precedents.length === 1 ? "precedent" : "precedents"}`;
  return (
    <Shell viewer={viewer} current="/precedents">
      <PageTitle
        title="Precedents"
        facts={[count, "What was agreed where coders of a committed case differed"]}
      />
      <FilterForm
        filters={[
          {
            name: "factor",
            label: "Risk factor",
            all: "All factors",
            options: codebook.factors.map(({ key, label }) => ({ value: key, label })),
            chosen: asked?.key,
          },
        ]}
      >
        <TextField
          key={text}
          name="text"
          label="Words in the summary or reason"
          type="search"
          defaultValue={text}
        />
      </FilterForm>
      {precedents.length === 0 ? (
        <p>{asked || text ? "No precedent fits this." : "There is no precedent yet."}</p>
      ) : (
        <ul className="precedents">
          {precedents.map((precedent) => (
            <li key={`${precedent.reference} ${precedent.factor}`}>
              <PrecedentItem precedent={precedent} mayTakeBack={mayMakePrecedents(viewer)} />
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
}
