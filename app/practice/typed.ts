import { textOf } from "@/app/act";
import type { PracticeContent } from "@/domain/practice-cases/practice-case";

/** What a form says of a practice case: every field that has a level or a reason, by its factor. */
export function practiceTypedIn(form: FormData): PracticeContent {
  const keys = [...form.keys()].flatMap(
    (name) => /^(\w+)\.(?:level|reason)$/.exec(name)?.[1] ?? [],
  );
  const references = [...new Set(keys)].map((key) => [
    key,
    { level: textOf(form, `${key}.level`), reason: textOf(form, `${key}.reason`) },
  ]);
  return { text: textOf(form, "text"), references: Object.fromEntries(references) };
}
