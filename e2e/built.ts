import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/*
 * What the built application answers to, as its own manifests say. Tests that must leave nothing
 * out start from here, so that a page or an action added later is in them or fails them.
 */

const built = resolve(import.meta.dirname, "..", ".next");

/** An address of the application: a page, or a handler of requests. */
export interface Route {
  /** As the folders of app/ say it, such as "/cases/[reference]/rate". */
  readonly pattern: string;
  readonly kind: "page" | "handler";
}

/** A function on the server that any browser can call. */
export interface Action {
  readonly id: string;
  readonly name: string;
  /** The file that it stands in, such as "app/people/actions.ts". */
  readonly file: string;
  /** The patterns of the pages that it can be called from. */
  readonly pages: readonly string[];
}

/** Every route of the build, by pattern. */
export function routesOfBuild(): Route[] {
  const manifest = read<Record<string, string>>("app-path-routes-manifest.json");
  return Object.entries(manifest)
    .map(([path, pattern]): Route => {
      const kind = path.endsWith("/page") ? "page" : "handler";
      return { pattern, kind };
    })
    .sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
}

interface ActionManifest {
  node: Record<
    string,
    { filename: string; exportedName: string; workers: Record<string, unknown> }
  >;
}

/** Every server action of the build, by file and name. */
export function actionsOfBuild(): Action[] {
  const { node } = read<ActionManifest>("server/server-reference-manifest.json");
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: exportedName,
      file: filename,
      pages: Object.keys(workers).map(patternOf).sort(),
    }))
    .sort((a, b) => (a.file + a.name < b.file + b.name ? -1 : 1));
}

function patternOf(worker: string): string {
  return worker.replace(/^app/, "").replace(/\/page$/, "") || "/";
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(built, file), "utf8"));
}
