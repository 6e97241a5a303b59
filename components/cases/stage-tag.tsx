import { Tag, type TagTone } from "@/components/ui/tag";

export type StageKey =
  | "registered"
  | "coding"
  | "waiting"
  | "second_look"
  | "open"
  | "reconciling"
  | "committed"
  | "reopened";

const tones: Record<StageKey, TagTone> = {
  registered: "outline",
  coding: "neutral",
  waiting: "warm",
  second_look: "neutral",
  open: "warm",
  reconciling: "warm",
  committed: "good",
  reopened: "warm",
};

/** Where a case stands, in words; with "Excluded" beside it when it is. */
export function StageTag(props: { stage: StageKey; label: string; excluded?: boolean }) {
  return (
    <>
      <Tag tone={tones[props.stage]}>{props.label}</Tag>
      {props.excluded && (
        <>
          {" "}
          <Tag tone="outline">Excluded</Tag>
        </>
      )}
    </>
  );
}
