import { defineConfig } from "vitest/config";

const patience = { testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: "rules",
          include: ["domain/**/*.test.ts", "components/**/*.test.ts"],
          // Nothing is kept there between two calls, so that what many files import is loaded once:
          // that took longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...patience,
          name: "study",
          include: ["db/**/*.test.ts"],
          globalSetup: "commands/launch/programs.mjs",
          // Each test opens a study of its own, and nothing but that is kept between two of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...patience,
          name: "commands",
          include: ["commands/**/*.test.ts"],
          globalSetup: "commands/launch/programs.mjs",
        },
      },
    ],
    // By default one processor is left idle, which is half of a small machine.
    maxWorkers: "100%",
  },
});
