import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, textIn } from "@/app/query";
import { Shell } from "@/app/shell";
import { viewerFor } from "@/app/viewer";
import { CodeListChanges } from "@/components/code-lists/code-list-changes";
import { ListMoves } from "@/components/code-lists/list-moves";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/page-title";
import { TextArea } from "@/components/ui/text-area";
import { countCodes, currentCodeLists, listCodeListChanges } from "@/db/study/code-lists";
import { outputsOfList } from "@/domain/case-record/outputs";
import { type CodeListName, codeListNames } from "@/domain/code-lists/code-lists";
import { formatDateTime } from "@/domain/dates";
import { changeCodeListAction } from "./actions";
import { ValueFields } from "./value-fields";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: Promise<Query>;
}

// The same for a list that there is not: whoever may not edit them learns nothing of their names.
export const metadata: Metadata = { title: "Code list" };

export default async function CodeListPage({ params, searchParams }: Props) {
  const { list: name } = await params;
  const query = await searchParams;
  const viewer = await viewerFor(`/code-lists/${name}`, query);
  if (!isCodeList(name)) notFound();
  const changes = await listCodeListChanges(viewer, name);
  const counts = await countCodes(viewer, name);
  if (!changes || !counts) notFound();
  const list = (await currentCodeLists())[name];
  return (
    <Shell viewer={viewer} current="/settings">
      <PageTitle title={codeListNames[name].label} facts={[`Version ${list.version}`]} />
      <ActionForm
        // What was saved stands in a form anew, as it is kept.
        key={textIn(query, "after")}
        action={changeCodeListAction.bind(null, name)}
        // What was typed is of the list as it stood when the page was opened.
        kept={{ version: String(list.version), count: String(list.values.length + 1) }}
      >
        {list.values.map((value, index) => (
          <ValueFields
            key={value.key}
            list={list}
            value={value}
            index={index}
            cases={counts[value.key] ?? 0}
          />
        ))}
        <ValueFields list={list} value={null} index={list.values.length} cases={0} />
        <ListMoves moves={outputsOfList(name)} />
        <TextArea name="reason" label="Why is the list changed?" rows={2} />
        <Button>Save the list</Button>
      </ActionForm>
      <CodeListChanges
        changes={changes.map(({ madeAt, madeBy, ...change }) => ({
          ...change,
          when: formatDateTime(madeAt),
          who: madeBy ?? "Concord",
        }))}
      />
    </Shell>
  );
}

function isCodeList(text: string): text is CodeListName {
  return Object.hasOwn(codeListNames, text);
}
