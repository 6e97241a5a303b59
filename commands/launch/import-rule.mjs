import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { inProject, runNode } from "./children.mjs";
import { Failure } from "./progress.mjs";

/** For each kind of file: what it must not import, and what it may. */
const rule = {
  "domain/probe.ts": {
    refused: "node:fs react next/link drizzle-orm vitest @/db/people @/app/page ../db/people",
    allowed: "zod ./cases ./codebook/codebook",
  },
  "domain/tables/probe.ts": {
    refused: "../../db/people ../../components/ui ../../app ./../../db/people",
    allowed: "zod ../cases ./report",
  },
  "domain/probe.test.ts": {
    refused: "react drizzle-orm @/db/people ../db/people",
    allowed: "vitest node:fs zod ./cases",
  },
  "components/probe.tsx": {
    refused:
      "@/db/people @/app/page @/commands/prepare next-auth next-auth/react drizzle-orm better-sqlite3 node:fs ../db/people ../app/page ../domain/cases",
    allowed: "@/domain/cases react react-hook-form pdfjs-dist/build/pdf.mjs uqr ./ui/button",
  },
  "components/ui/probe.tsx": { refused: "../../db/people ../../app/page", allowed: "../shell" },
  "db/probe.ts": {
    refused:
      "@/app/page @/components/ui react next next/headers next-auth ../app/page ../components/ui",
    allowed:
      "@/domain/cases drizzle-orm drizzle-orm/sqlite-core better-sqlite3 @node-rs/argon2 csv-parse/sync fflate write-excel-file/node node:crypto ./store",
  },
  "db/exports/probe.ts": { refused: "../../app/page ../../domain/cases", allowed: "../store" },
  "app/probe.tsx": {
    refused:
      "drizzle-orm drizzle-orm/sqlite-core better-sqlite3 @/commands/prepare ../commands/prepare ../db/people",
    allowed: "@/components/ui @/db/people @/domain/cases next/navigation react next-auth ./actions",
  },
  "app/cases/[ref]/probe.tsx": { refused: "../../../db/people", allowed: "../actions" },
  "commands/probe.ts": {
    refused: "@/app/page @/components/ui ../app/page ../components/ui",
    allowed: "@/db/people @/domain/cases node:fs ./demo/people",
  },
  "e2e/probe.ts": {
    refused: "@/app/page @/components/ui @/commands/prepare ../app/page",
    allowed: "@/db/people @/domain/cases @playwright/test ./server",
  },
};

/** Writes one import per line into files of a small copy, and lets the linter judge each line. */
export async function checkImportRule() {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "concord-import-rule-")));
  try {
    for (const file of ["biome.json", ".gitignore"])
      copyFileSync(inProject(file), join(copy, file));
    const probes = Object.entries(rule).flatMap(([file, lists]) => probesOf(copy, file, lists));
    const refused = await refusedLines(copy);
    const wrong = probes.filter((probe) => refused.has(probe.place) !== probe.refused);
    if (wrong.length > 0)
      throw new Failure(
        "The import rule in biome.json has a hole or goes too far.",
        explain(wrong),
      );
    return `${probes.length} imports judged rightly`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function probesOf(copy, file, lists) {
  const probes = Object.entries(lists).flatMap(([kind, names]) =>
    names.split(" ").map((name) => ({ file, name, refused: kind === "refused" })),
  );
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), probes.map(({ name }) => `import "${name}";\n`).join(""));
  return probes.map((probe, index) => ({ ...probe, place: `${file}:${index + 1}` }));
}

/** The lines that the rule refused, as `file:line`. */
async function refusedLines(copy) {
  const biome = inProject("node_modules/@biomejs/biome/bin/biome");
  const args = [
    "lint",
    "--only=style/noRestrictedImports",
    "--reporter=github",
    "--max-diagnostics=none",
    ".",
  ];
  const { stdout } = await runNode([biome, ...args], { cwd: copy });
  const error = /^::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/gm;
  const places = [...stdout.matchAll(error)].map(([, file, line]) => {
    const path = relative(copy, resolve(copy, file.replaceAll("%3A", ":")));
    return `${path.split(sep).join("/")}:${line}`;
  });
  return new Set(places);
}

function explain(wrong) {
  return wrong
    .map(
      ({ file, name, refused }) =>
        `${file} importing ${name}: ${refused ? "let through" : "refused"}`,
    )
    .join("\n");
}
