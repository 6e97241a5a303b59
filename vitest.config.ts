import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: [
      "domain/**/*.test.ts",
      "db/**/*.test.ts",
      "components/**/*.test.ts",
      "commands/**/*.test.ts",
    ],
    globalSetup: "commands/launch/programs.mjs",
    // By default one processor is left idle, which is half of a small machine.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
