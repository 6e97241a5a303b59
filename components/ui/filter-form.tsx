import type { ReactNode } from "react";
import { Button } from "./button";
import { type Choice, SelectField } from "./select-field";

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** The words for no filter, such as "All samples"; absent where one must be chosen. */
  readonly all?: string;
  readonly options: readonly Choice[];
  readonly chosen?: string;
}

/** Filters of a list, kept in the address of the page; `children` are further fields. */
export function FilterForm(props: { filters: readonly Filter[]; children?: ReactNode }) {
  return (
    <form method="get" className="filters" aria-label="Filters">
      {props.filters.map((filter) => (
        <SelectField
          key={`${filter.name} ${filter.chosen ?? ""}`}
          name={filter.name}
          label={filter.label}
          empty={filter.all}
          options={filter.options}
          defaultValue={filter.chosen}
        />
      ))}
      {props.children}
      <Button look="secondary">Show</Button>
    </form>
  );
}
