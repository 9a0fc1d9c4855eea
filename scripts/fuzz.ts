// What no test should take the time for: every endpoint asked many times with nearly right input, each time another.
//   node_modules/.bin/node scripts/fuzz.ts [runs of each endpoint] [endpoint] [seed]
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
const [runs = "1000", endpoint = "", seed = String(Date.now() % 2_147_483_647)] = process.argv.slice(2);
console.log(`${runs} runs of ${endpoint || "every endpoint"}, seed ${seed}`);
const run = spawnSync(
  process.execPath,
  [
    path.join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project=server",
    "tests/api/hostile-input.test.ts",
    `--testNamePattern=${endpoint}: whatever is sent`,
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "test", FUZZ_RUNS: runs, FUZZ_SEED: seed } },
);
process.exit(run.status ?? 1);
