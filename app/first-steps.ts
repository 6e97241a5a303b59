import type { FirstStep } from "@/components/work/your-work";
import { listSamples } from "@/db/cases/case-list";
import { listPeople, type Viewer } from "@/db/people/people";
import { listPracticeCases } from "@/db/practice-cases/list";
import { mayImport, mayPractise, mayRegisterCase } from "@/domain/workflow";

/** What a study that has only begun still lacks, and what somebody new to it can practise. */
export async function firstStepsFor(viewer: Viewer): Promise<FirstStep[]> {
  const alone = (await listPeople(viewer))?.length === 1;
  const noCases = mayRegisterCase(viewer) && (await listSamples(viewer)).length === 0;
  const practice = mayPractise(viewer) ? await listPracticeCases(viewer) : null;
  const toPractise = practice?.some(({ toRate }) => toRate) ?? false;
  const steps: [string, string, boolean][] = [
    ["Add a person", "/people", alone],
    ["Register a case", "/cases/new", noCases],
    ["Import from a file", "/import", noCases && mayImport(viewer)],
    ["Practise", "/practice", toPractise],
  ];
  return steps.flatMap(([label, href, shown]) => (shown ? [{ label, href }] : []));
}
