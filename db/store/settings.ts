import { resolve } from "node:path";
import { z } from "zod";

const settingsSchema = z
  .object({
    PORT: z
      .string()
      .default("3000")
      .refine(
        (port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535,
        "PORT must be a number from 1 to 65535",
      ),
    CONCORD_DATA_DIR: z.string().min(1, "CONCORD_DATA_DIR must name a directory").default("./data"),
    CONCORD_HOST: z.string().min(1, "CONCORD_HOST must name an address").default("127.0.0.1"),
    CONCORD_URL: z
      .url({
        protocol: /^https?$/,
        error: "CONCORD_URL must be an address such as https://concord.example.org",
      })
      .refine(
        (url) => !URL.canParse(url) || new URL(url).pathname + new URL(url).search === "/",
        "CONCORD_URL must have no path: Concord lives at the top of its address",
      )
      .optional(),
  })
  .transform((env) => {
    const url = env.CONCORD_URL ?? `http://127.0.0.1:${env.PORT}`;
    return {
      port: Number(env.PORT),
      host: env.CONCORD_HOST,
      dataDir: resolve(env.CONCORD_DATA_DIR),
      /** The address people type, without a slash at the end. */
      url: new URL(url).origin,
    };
  });

/** How this installation is set up: where it listens, where it keeps its data. */
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings from environment variables, with defaults.
 * Throws SettingsError with one sentence per fault.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = settingsSchema.safeParse(env);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map((issue) => issue.message).join("\n"));
}

/** A setting that Concord cannot start with; the message says which and what it must be. */
export class SettingsError extends Error {}
