import type { CodeLists } from "../code-lists/code-lists";
import { table6, table9 } from "./case-types-and-incidents";
import { charts } from "./charts";
import { table7, table8 } from "./children-and-mothers";
import { table4, table5 } from "./involvement";
import { ranges, table10 } from "./risk-ratings";
import { table1, table3 } from "./submissions";
import type { SampleChoice, TableKind } from "./table";

/** The tables and charts of the report that are made of the dataset, in its order. */
export function reportTables(choice: SampleChoice, lists: CodeLists): TableKind[] {
  return [
    table1,
    table3,
    table4,
    table5,
    table6,
    table7,
    table8,
    table9,
    table10,
    ranges,
    ...charts(choice, lists),
  ];
}
