import { numbered } from "./codes";
import type { Field } from "./field";
import type { NamedTable } from "./scripts";
import { placeOf } from "./table";

/**
 * A do-file for Stata that reads every table beside it, labels variables and values, and saves it
 * as a .dta file of the same name. Codes become their numbers.
 */
export function stataScript(tables: readonly NamedTable[]): string {
  return [
    "* Reads the dataset that lies beside this file, with labels, into .dta files.",
    '* Run it in that folder: do read-dataset.do. A missing value is . or "", never 0.',
    "version 14",
    "",
    ...tables.flatMap(tableLines),
  ].join("\n");
}

function tableLines(table: NamedTable): string[] {
  const { title, fields } = table;
  const place = placeOf(table);
  return [
    `* ${title}`,
    `import delimited using "${place}.csv", clear varnames(1) case(preserve) encoding("utf-8") ///`,
    "    bindquote(strict) maxquotedrows(unlimited) stringcols(_all)",
    ...fields.flatMap(fieldLines),
    `label data ${quoted(title)}`,
    `save "${place}.dta", replace`,
    "",
  ];
}

function fieldLines(field: Field): string[] {
  const { name } = field;
  const label = `label variable ${name} ${quoted(field.label)}`;
  switch (field.type) {
    case "text":
      return [label];
    case "integer":
      return [`destring ${name}, replace`, label];
    case "date":
      return [
        `generate ${name}_day = date(${name}, "YMD")`,
        `drop ${name}`,
        `rename ${name}_day ${name}`,
        `format ${name} %td`,
        label,
      ];
    case "code": {
      const codes = numbered(field.codes);
      return [
        ...labelLines(
          name,
          codes.map(({ number, label: meaning }) => [number, meaning]),
        ),
        `generate byte ${name}_code = .`,
        ...codes.map(
          ({ key, number }) => `replace ${name}_code = ${number} if ${name} == "${key}"`,
        ),
        `drop ${name}`,
        `rename ${name}_code ${name}`,
        `label values ${name} ${name}`,
        label,
      ];
    }
    case "score":
      return [
        ...labelLines(
          name,
          field.levels.map((one) => [one.score, one.label]),
        ),
        `destring ${name}, replace`,
        `label values ${name} ${name}`,
        label,
      ];
  }
}

function labelLines(name: string, labels: readonly (readonly [number, string])[]): string[] {
  return labels.map(
    ([value, label], index) =>
      `label define ${name} ${value} ${quoted(label)}${index === 0 ? ", replace" : ", add"}`,
  );
}

/** A text as Stata writes it. What Stata would take for a macro or the end of the text is left out. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["`$\r\n]/g, "")}"`;
}
