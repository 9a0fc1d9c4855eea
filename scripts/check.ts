// npm run check: everything that needs no running server. With --write, what can be made anew is.
import { spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
const write = process.argv.includes("--write");
const bin = (name: string): string => path.join(ROOT, "node_modules", ".bin", name);
const node = (...args: string[]): string[] => [process.execPath, "--disable-warning=ExperimentalWarning", ...args];

type Step = { readonly name: string; readonly command: readonly string[] };

const steps: readonly Step[] = [
  { name: "generated files", command: node("scripts/generate.ts", ...(write ? ["--write"] : [])) },
  { name: "format", command: [bin("oxfmt"), ...(write ? [] : ["--check"]), "src", "scripts", "tests", "bench"] },
  { name: "lint", command: [bin("oxlint"), "--type-aware", "--deny-warnings", "src", "scripts", "tests", "bench"] },
  { name: "walls", command: node("scripts/check-walls.ts") },
  { name: "docs", command: node("scripts/check-docs.ts") },
  { name: "types: domain", command: [bin("tsc"), "-p", "tsconfig.domain.json"] },
  { name: "types: server", command: [bin("tsc"), "-p", "tsconfig.json"] },
  { name: "types: web", command: [bin("tsc"), "-p", "tsconfig.web.json"] },
  { name: "domain tests", command: node("node_modules/vitest/vitest.mjs", "run", "--project", "domain", "--reporter", "dot") },
  { name: "size of the web", command: node("scripts/bundle-size.ts") },
];

type Outcome = { readonly step: Step; readonly code: number; readonly said: string; readonly seconds: number };

function runStep(step: Step): Promise<Outcome> {
  const from = performance.now();
  return new Promise((resolve) => {
    const [program = "", ...args] = step.command;
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("error", (error) => (said += error.message));
    child.on("close", (code) => resolve({ step, code: code ?? 1, said, seconds: (performance.now() - from) / 1000 }));
  });
}

const outcomes: Outcome[] = [];
const queue = [...steps];
async function worker(): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const outcome = await runStep(step);
    outcomes.push(outcome);
    console.log(`${outcome.code === 0 ? "ok    " : "FAILED"} ${outcome.step.name} (${outcome.seconds.toFixed(1)} s)`);
    if (outcome.code !== 0) console.log(outcome.said.slice(-6000));
    else if (outcome.step.name === "size of the web") console.log(`       ${outcome.said.trim()}`);
  }
}
await Promise.all([worker(), worker()]);
const failed = outcomes.filter((outcome) => outcome.code !== 0);
console.log(
  failed.length === 0
    ? "everything holds"
    : `${failed.length} of ${steps.length} failed: ${failed.map((outcome) => outcome.step.name).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
