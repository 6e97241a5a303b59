import {
  type ContextPart,
  contextParts,
  fromElsewhere,
  typedInWords,
} from "@/domain/context-figures";
import type { ContextFigures } from "../../study/context-figures";
import { caption, paragraph } from "./word";
import type { Block } from "./word-pages";
import { listOf } from "./word-table";

/**
 * Figures that are typed in and not made of cases, as a document has them beneath its tables; for a
 * release, which has none, why. For use inside db/.
 */
export function elsewhereBlocks(elsewhere: ContextFigures | null): Block[] {
  if (!elsewhere) return [paragraph(notOfARelease)];
  const { figures } = elsewhere;
  const typedIn = typedInWords(elsewhere);
  if (figures.length === 0) return [];
  const parts = (Object.keys(contextParts) as ContextPart[]).filter((part) =>
    figures.some((figure) => figure.part === part),
  );
  return [
    caption(fromElsewhere.title),
    paragraph(fromElsewhere.note),
    ...parts.flatMap((part) => [
      caption(contextParts[part].label),
      listOf([
        ["What it counts", "Figure", "Source"],
        ...figures
          .filter((figure) => figure.part === part)
          .map(({ label, figure, source }) => [label, figure, source]),
      ]),
    ]),
    ...(typedIn ? [paragraph(typedIn)] : []),
  ];
}

const notOfARelease =
  "Table 2 and the notification figures are not in this document: they are typed in, and what is made of a release can be made again from its cases alone.";
