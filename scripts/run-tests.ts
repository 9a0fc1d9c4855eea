// npm test: what is missing to test is installed or named, then every test runs.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfNeeded } from "#scripts/build-web.ts";

const ROOT = path.join(import.meta.dirname, "..");
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function installChromium(): void {
  if (CHROMIUM.some((file) => existsSync(file))) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.error("The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run npm test again.");
    process.exit(1);
  }
  console.log("  installing Chromium …");
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  const done = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (done.status !== 0) process.exit(1);
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
};

installChromium();
await buildIfNeeded();
const report = path.join(os.tmpdir(), `escale-tests-${process.pid}.json`);
const run = spawnSync(
  process.execPath,
  [
    "--disable-warning=ExperimentalWarning",
    path.join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "test" },
  },
);
const result = existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as Report) : undefined;
rmSync(report, { force: true });
const failed = result ? Math.max(result.numFailedTests, run.status === 0 ? 0 : 1) : 1;
const skipped = result?.numPendingTests ? `, ${result.numPendingTests} skipped` : "";
console.log(`${result?.numPassedTests ?? 0} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;
