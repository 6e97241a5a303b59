import type { Crossings } from "@/domain/agreement/crossings";
import { blank } from "@/domain/agreement/patterns";
import type { RatedFactor } from "@/domain/agreement/rated-cases";
import type { RereadFactor } from "@/domain/agreement/stages";
import { mayCompareCoders } from "@/domain/workflow";
import type { Viewer } from "../people/people";
import type { Choice } from "./choice";

/** What a coder gave a case behind a cell. */
export interface CellRating {
  /** Who it was, for leads alone. */
  readonly coder: string | null;
  readonly score: number;
  /** Where the table is of a stage and a second look changed it: what they held then. */
  readonly held: number | null;
}

/** A case behind a cell. */
export interface CellCase {
  readonly reference: string;
  /** What coders gave, the highest first. */
  readonly given: readonly CellRating[];
  /** The agreed score; null before the case is committed. */
  readonly agreed: number | null;
}

/** The cases behind a cell that a viewer may learn, and how many there are. */
export interface CasesBehind {
  readonly all: number;
  readonly told: readonly CellCase[];
}

/** The cases behind a cell of a table of crossings, as far as the viewer may learn them. For use inside db/. */
export function casesBehind(
  viewer: Viewer,
  chosen: Choice,
  { scale, given, agreed, ...rest }: RatedFactor | RereadFactor,
  { crossings, cell: [k, l] }: { crossings: Crossings; cell: readonly number[] },
): CasesBehind {
  const behind = [...chosen.cases.entries()].filter(([row]) =>
    crossings[row]?.some(([one, other]) => one === k && other === l),
  );
  const apart = mayCompareCoders(viewer);
  const held = "held" in rest ? rest.held : given;
  return {
    all: behind.length,
    told: behind.flatMap(([row, { reference, told }]) => {
      if (!told) return [];
      const ratings = given.flatMap((column, index): CellRating[] => {
        const [first, last] = [column[row] ?? blank, held[index]?.[row] ?? blank];
        const score = scale[first];
        if (score === undefined) return [];
        const coder = apart ? (chosen.coders[index]?.label ?? null) : null;
        return [{ coder, score, held: first === last ? null : (scale[last] ?? null) }];
      });
      return {
        reference,
        given: ratings.sort((one, other) => other.score - one.score),
        agreed: scale[agreed[row] ?? blank] ?? null,
      };
    }),
  };
}
