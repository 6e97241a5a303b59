import { z } from "zod";

/*
 * The profile “Tabular Data Package” of the Frictionless Data project, version 1, as far as a
 * package can use it: https://specs.frictionlessdata.io/tabular-data-package/ and the
 * specifications that it rests on (Data Package, Tabular Data Resource, Table Schema).
 */

const name = z.string().regex(/^[-a-z0-9._/]+$/);
const relativePath = z.string().regex(/^(?!\/)(?!.*\.\.)(?!.*:\/\/).+$/);
const fieldNames = z.union([z.string(), z.array(z.string()).min(1)]);

const constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .optional(),
  minimum: z.union([z.string(), z.number()]).optional(),
  maximum: z.union([z.string(), z.number()]).optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).optional(),
  pattern: z.string().optional(),
});

const types = [
  ...["string", "number", "integer", "boolean", "object", "array", "any"],
  ...["date", "time", "datetime", "year", "yearmonth", "duration", "geopoint", "geojson"],
];

const field = z.looseObject({
  name: z.string().min(1),
  type: z.enum(types),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  constraints: constraints.optional(),
});

const schema = z.looseObject({
  fields: z.array(field).min(1),
  primaryKey: fieldNames.optional(),
  foreignKeys: z
    .array(
      z.looseObject({
        fields: fieldNames,
        reference: z.looseObject({ resource: z.string(), fields: fieldNames }),
      }),
    )
    .min(1)
    .optional(),
  missingValues: z.array(z.string()).optional(),
});

const resource = z.looseObject({
  profile: z.literal("tabular-data-resource"),
  name,
  path: z.union([relativePath, z.array(relativePath).min(1)]),
  schema,
  title: z.string().optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  mediatype: z
    .string()
    .regex(/^[^/]+\/[^/]+$/)
    .optional(),
  encoding: z.string().optional(),
  bytes: z.int().optional(),
  hash: z
    .string()
    .regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$/)
    .optional(),
});

/** A descriptor by the profile; anything else is refused with each fault. */
export const dataPackageProfile = z.looseObject({
  profile: z.literal("tabular-data-package"),
  name: name.optional(),
  id: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  homepage: z.url().optional(),
  version: z.string().optional(),
  created: z.iso.datetime().optional(),
  keywords: z.array(z.string()).min(1).optional(),
  licenses: z
    .array(
      z
        .looseObject({
          name: z
            .string()
            .regex(/^[-a-zA-Z0-9._]+$/)
            .optional(),
          path: z.string().optional(),
          title: z.string().optional(),
        })
        .refine((one) => one.name !== undefined || one.path !== undefined, "neither name nor path"),
    )
    .min(1)
    .optional(),
  sources: z
    .array(z.looseObject({ title: z.string(), path: z.string().optional() }))
    .min(1)
    .optional(),
  contributors: z
    .array(z.looseObject({ title: z.string() }))
    .min(1)
    .optional(),
  resources: z.array(resource).min(1),
});
