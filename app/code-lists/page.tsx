import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { PageTitle } from "@/components/ui/page-title";
import { TaskList } from "@/components/ui/task-list";
import { currentCodeLists } from "@/db/study/code-lists";
import { type CodeListName, choicesOf, codeListNames } from "@/domain/code-lists/code-lists";
import { mayEditCodeLists } from "@/domain/workflow";

export const metadata: Metadata = { title: "Code lists" };

export default async function CodeListsPage() {
  const viewer = await viewerFor("/code-lists");
  if (!mayEditCodeLists(viewer)) notFound();
  const lists = await currentCodeLists();
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title="Code lists" />
      <p className="govuk-body">
        What the record of a case can be. Records keep what they have when a list changes: a value
        that you rename goes by its new name everywhere, and one that you merge into another counts
        as that.
      </p>
      <TaskList
        tasks={Object.entries(codeListNames).map(([name, { label }]) => ({
          id: name,
          title: label,
          href: `/code-lists/${name}`,
          hint: choicesOf(lists[name as CodeListName])
            .map((value) => value.label)
            // Some have commas in them.
            .join("; "),
        }))}
      />
    </Shell>
  );
}
