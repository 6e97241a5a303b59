import { z } from "zod";

const number = z.number();
const rows = z.array(z.array(number.nullable()));

/** What a field must be: a number, null, something between two numbers, or one of several. */
const exactly = number.nullable();
const between = z.object({ min: number, max: number });
const expected = z.union([exactly, between, z.object({ anyOf: z.array(exactly) })]);
export type Expected = z.infer<typeof expected>;

const check = z.object({
  fn: z.string(),
  pair: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
  options: z
    .object({
      weights: z.union([z.string(), z.array(z.array(number))]).optional(),
      missing: z.string().optional(),
      level: z.string().optional(),
      bootstrap: z
        .object({
          samples: z.int(),
          seed: z.int(),
          conf: number.default(0.95),
          method: z.string().default("units"),
        })
        .optional(),
    })
    .default({}),
  /** A check that Concord need not offer. */
  optional: z.boolean().default(false),
  /** Fields that need not be there. */
  soft: z.array(z.string()).default([]),
  repeatable: z.boolean().default(false),
  note: z.string().default(""),
  ratings: rows.optional(),
  tol: z.record(z.string(), number).default({}),
  /** Read only when the check is one that Concord offers. */
  expect: z.record(z.string(), z.unknown()),
});

/** A file of ratings and of what the coefficients of them are, with where that was published. */
const fixture = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  categories: z.array(number),
  tolerance: z.record(z.string(), number).default({}),
  ratings: rows,
  checks: z.array(check),
});
export type Fixture = z.infer<typeof fixture>;
export type Check = Fixture["checks"][number];

/** Reads a fixture. Throws a ZodError when it is none. */
export function readFixture(text: string): Fixture {
  return fixture.parse(JSON.parse(text));
}

/** Reads what one field must be. Throws a ZodError when it says nothing that can be compared. */
export function readExpected(field: unknown): Expected {
  return expected.parse(field);
}
