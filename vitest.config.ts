import { defineConfig } from "vitest/config";
import { temporaryFolder } from "./tests/support/memory-folder.ts";

// Workers, PostgreSQL and the browser inherit it.
process.env["TMPDIR"] ??= temporaryFolder();

/**
 * The files of a worker share its modules, of which each test file would evaluate a second's worth again: every file makes
 * a database, a server and an agency of its own, and leaves nothing behind in the process.
 */
const isolate = false;
/** What is waited for comes soon, or on a busy machine later: only what never comes fails. */
const patience = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "domain",
          include: [
            "src/domain/**/*.test.ts",
            "src/contract/**/*.test.ts",
            "src/words/**/*.test.ts",
            "src/web/**/*.test.ts",
            "tests/look/**/*.test.ts",
          ],
          environment: "node",
          isolate,
        },
      },
      {
        test: {
          name: "server",
          include: ["src/server/**/*.test.ts", "tests/api/**/*.test.ts", "tests/faults/**/*.test.ts"],
          environment: "node",
          isolate,
          globalSetup: ["tests/support/global-setup.ts"],
          expect: patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          isolate,
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two cores: two files at once, and within a file no more pages than that.
          maxConcurrency: 2,
          expect: patience,
        },
      },
    ],
  },
});
