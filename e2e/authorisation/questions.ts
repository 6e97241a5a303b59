import type { APIResponse } from "@playwright/test";
import { caseAt, stages } from "@/db/blinding/blinding.stages";
import type { Person, Scene } from "./scene";

/** Something that the server is asked for, by any person. */
export interface Question {
  /** Its column in the matrix. */
  readonly name: string;
  /** The pattern of the route, or the name of the action. */
  readonly of: string;
  ask(scene: Scene, person: Person): Promise<Asked>;
}

/** What a test reads of an answer. */
export type Answered = Pick<APIResponse, "status" | "headers" | "headersArray" | "text">;

/** A question that was put. */
export interface Asked {
  readonly answer: Answered;
  /** What the question said; the answer may say it too, and tells nothing by that. */
  readonly said: readonly string[];
}

/** Questions that belong together: a row of the matrix for each person, a column for each. */
export interface Table {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** The column of a case, a person or a file that there is not. It comes first where there is one. */
export const none = "none";

/** The cases that are asked for, by the name of their column. */
export const casesAsked: readonly (readonly [name: string, reference: string])[] = [
  [none, "2016-99"],
  ...stages.map((stage) => [stage, caseAt(stage)] as const),
];

/** What goes by this id there is not. */
export const missing = "00000000-0000-4000-8000-000000000000";

type Whose = (scene: Scene, person: Person) => string;

/** The accounts that are asked for, by the name of their column. */
export const accountsAsked: readonly (readonly [name: string, id: Whose])[] = [
  [none, () => missing],
  ["own", (scene, person) => scene.viewer(person).id],
  ["other", (scene) => scene.spare[0] ?? ""],
];
