import { defineConfig } from "vitest/config";
import { temporaryFolder } from "./tests/support/memory-folder.ts";

// Workers, PostgreSQL and the browser inherit it.
process.env["TMPDIR"] ??= temporaryFolder();

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
        },
      },
      {
        test: {
          name: "server",
          include: ["src/server/**/*.test.ts", "tests/api/**/*.test.ts", "tests/faults/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
