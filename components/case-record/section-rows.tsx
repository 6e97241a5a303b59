"use client";

import type { Choice } from "@/components/ui/select-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { rowFields } from "@/domain/case-record/row-fields";
import { RepeatedRows } from "./repeated-rows";

const notRecorded = "Not recorded";

/** What stands in the rows of a section at first, by the names of their fields. */
export type RowValues = readonly Readonly<Record<string, string>>[];

export interface ChildRowsProps {
  readonly indexChildren: RowValues;
  readonly sexes: readonly Choice[];
  readonly outcomes: readonly Choice[];
}

/** The index children of a case. */
export function ChildRows({ indexChildren, sexes, outcomes }: ChildRowsProps) {
  return (
    <RepeatedRows
      {...rowFields.children}
      count={Math.max(1, indexChildren.length)}
      row={(prefix, index) => (
        <>
          <TextField
            name={`${prefix}ageYears`}
            label="Age in years at the incident"
            defaultValue={indexChildren[index]?.ageYears}
            width="short"
            inputMode="numeric"
          />
          <SelectField
            name={`${prefix}sex`}
            label="Sex"
            empty={notRecorded}
            options={sexes}
            defaultValue={indexChildren[index]?.sex}
          />
          <SelectField
            name={`${prefix}outcome`}
            label="Outcome"
            empty={notRecorded}
            options={outcomes}
            defaultValue={indexChildren[index]?.outcome}
          />
        </>
      )}
    />
  );
}

export interface PeriodRowsProps {
  readonly periods: RowValues;
  readonly subjects: readonly Choice[];
}

/** When the organisation was involved. */
export function PeriodRows({ periods, subjects }: PeriodRowsProps) {
  return (
    <RepeatedRows
      {...rowFields.involvement}
      count={Math.max(1, periods.length)}
      row={(prefix, index) => (
        <>
          <TextField
            name={`${prefix}startDate`}
            label="Start"
            hint="For example, 14 October 2014"
            defaultValue={periods[index]?.startDate}
            autoComplete="off"
          />
          <TextField
            name={`${prefix}endDate`}
            label="End"
            hint="Leave it empty while it is open"
            defaultValue={periods[index]?.endDate}
            autoComplete="off"
          />
          <SelectField
            name={`${prefix}subject`}
            label="With whom"
            empty={notRecorded}
            options={subjects}
            defaultValue={periods[index]?.subject}
          />
        </>
      )}
    />
  );
}

export interface PracticeRowsProps {
  readonly practice: RowValues;
  readonly kinds: readonly Choice[];
  readonly themes: readonly Choice[];
}

/** Strengths and shortcomings of practice. */
export function PracticeRows({ practice, kinds, themes }: PracticeRowsProps) {
  return (
    <RepeatedRows
      {...rowFields.practice}
      count={Math.max(1, practice.length)}
      row={(prefix, index) => (
        <>
          <SelectField
            name={`${prefix}kind`}
            label="Strength or shortcoming"
            empty="Select which"
            options={kinds}
            defaultValue={practice[index]?.kind}
          />
          <SelectField
            name={`${prefix}theme`}
            label="Theme"
            empty="Select the theme"
            options={themes}
            defaultValue={practice[index]?.theme}
          />
          <TextArea
            name={`${prefix}description`}
            label="What shows it (optional)"
            defaultValue={practice[index]?.description}
            rows={2}
          />
        </>
      )}
    />
  );
}

export interface ActionRowsProps {
  readonly actions: RowValues;
  readonly statuses: readonly Choice[];
}

/** What is done, or to be done, because of the case. */
export function ActionRows({ actions, statuses }: ActionRowsProps) {
  return (
    <RepeatedRows
      {...rowFields.actions}
      count={Math.max(1, actions.length)}
      row={(prefix, index) => (
        <>
          <TextArea
            name={`${prefix}description`}
            label="The action"
            defaultValue={actions[index]?.description}
            rows={2}
          />
          <SelectField
            name={`${prefix}status`}
            label="Status"
            empty={notRecorded}
            options={statuses}
            defaultValue={actions[index]?.status}
          />
        </>
      )}
    />
  );
}
