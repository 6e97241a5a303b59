"use client";

import type { FormEvent } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { mayLeave } from "@/components/ui/use-unsaved";

/** Leads to the check page once every level is agreed. */
export function CommitForm({ ready, commit }: { ready: boolean; commit: FormAction }) {
  const askFirst = (event: FormEvent) => {
    if (!ready || mayLeave()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div onSubmitCapture={askFirst}>
      <ActionForm action={commit}>
        <Button look={ready ? "primary" : "secondary"}>Commit to the dataset</Button>
      </ActionForm>
    </div>
  );
}
