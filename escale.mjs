#!/usr/bin/env node
// Plain JavaScript on purpose: whatever Node is on the machine must be able to read this file.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const IS_WINDOWS = process.platform === "win32";
const NODE = path.join(ROOT, "node_modules", "node", "bin", IS_WINDOWS ? "node.exe" : "node");
const STAMP = path.join(ROOT, "node_modules", ".escale-installed");
/** npm writes it last: without it an installation was cut short. */
const INSTALLED = path.join(ROOT, "node_modules", ".package-lock.json");
const STARTS_IN_VAIN = 5;

const [command = "help", ...rest] = process.argv.slice(2);
const script = (name) => path.join(ROOT, "scripts", name);

/** What runs now; signals are passed on to it. */
let current;
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal === "SIGINT" ? "SIGINT" : "SIGTERM"));

// npm starts us through a shell that does not pass signals on.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop("SIGTERM"), 300).unref();
}

function stop(signal) {
  isStopping = true;
  if (current) current.kill(signal);
  else process.exit(0);
}

/** Runs to its end: the exit status, 0 for one that we stopped. */
function runToEnd(program, args, options) {
  return new Promise((resolve) => {
    current = spawn(program, args, options);
    current.on("error", () => resolve(1));
    current.on("exit", (code, signal) => resolve(code ?? (isStopping || signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)));
  }).finally(() => (current = undefined));
}

/** What was installed is what the lock file says: a fresh clone, or a changed lock, installs by itself. */
async function installIfNeeded() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(ROOT, "package-lock.json")))
    .digest("hex");
  const isWhole = existsSync(NODE) && existsSync(INSTALLED);
  if (isWhole && !existsSync(STAMP)) writeFileSync(STAMP, lock);
  if (isWhole && readFileSync(STAMP, "utf8") === lock) return;
  const from = Date.now();
  process.stderr.write("  installing (once; about half a minute) …\n");
  const status = await runToEnd(IS_WINDOWS ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: IS_WINDOWS,
  });
  if (isStopping) process.exit(0);
  if (status !== 0 || !existsSync(NODE)) {
    process.stderr.write(
      "The installation failed. Run `npm ci` here to see why (install scripts must be allowed: Escale brings its own Node).\n",
    );
    process.exit(1);
  }
  writeFileSync(STAMP, lock);
  process.stderr.write(`  install: ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
}

/** Our own Node and its programs first; NODE_OPTIONS of another Node may not be known to ours. What was compiled once is kept: starts are faster. */
function environmentWith(more) {
  const bin = path.join(ROOT, "node_modules", ".bin");
  const env = {
    NODE_COMPILE_CACHE: path.join(ROOT, "node_modules", ".cache", "compiled"),
    ...process.env,
    ...more,
    PATH: [path.dirname(NODE), bin, process.env.PATH ?? ""].join(path.delimiter),
  };
  delete env.NODE_OPTIONS;
  return env;
}

const nodeArguments = (program, args) => ["--disable-warning=ExperimentalWarning", program, ...args];

/** Runs a program of ours with the Node that came with the install, and ends with it. */
async function run(program, args, environment = {}) {
  process.exitCode = await runToEnd(NODE, nodeArguments(program, args), { stdio: "inherit", env: environmentWith(environment) });
}

/** Builds the web and serves. An app that was killed or broke while it served is started again, on the same port. */
async function serve(args) {
  const built = await runToEnd(NODE, nodeArguments(script("build-web.ts"), []), { stdio: "inherit", env: environmentWith({}) });
  if (isStopping || built !== 0) process.exit(built);
  const environment = { NODE_ENV: process.env.NODE_ENV ?? "production" };
  let inVain = 0;
  let hasServed = false;
  for (;;) {
    const ended = await serveOnce(hasServed ? [...args, "--again"] : args, environment);
    if (isStopping || ended.code === 0) process.exit(ended.code ?? 0);
    // One that never served and ended by itself has said why: the same would happen again.
    if (!ended.port && !ended.signal) process.exit(ended.code ?? 1);
    if (ended.port) environment.PORT = String(ended.port);
    hasServed ||= ended.port !== undefined;
    inVain = ended.port ? 0 : inVain + 1;
    if (inVain >= STARTS_IN_VAIN) process.exit(1);
    process.stderr.write(`Escale ended unexpectedly (${ended.signal ?? `status ${ended.code}`}); starting it again …\n`);
    await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** inVain));
    if (isStopping) process.exit(0);
  }
}

/**
 * The server stays small: half of V8's young generation, an old one that is cleared when it has doubled instead of
 * quadrupled (a twentieth more work for a quarter less memory), and two heaps of the C library instead of one a thread.
 */
const SMALL = { flags: ["--max-semi-space-size=8", "--heap-growing-percent=100"], environment: { MALLOC_ARENA_MAX: "2" } };

/** The app tells its port once it serves; by the same channel it sees when we are gone. */
function serveOnce(args, environment) {
  return new Promise((resolve) => {
    let port;
    current = spawn(NODE, [...SMALL.flags, ...nodeArguments(path.join(ROOT, "src", "server", "serve.ts"), args)], {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: environmentWith({ ...SMALL.environment, ...environment }),
    });
    current.on("message", (message) => (port = message.port));
    current.on("exit", (code, signal) => resolve({ code, signal, port }));
  }).finally(() => (current = undefined));
}

await installIfNeeded();
switch (command) {
  case "start":
    await serve(rest);
    break;
  case "demo":
    await serve(["--demo", ...rest]);
    break;
  case "dev":
    await run(script("develop.ts"), rest, { NODE_ENV: "development" });
    break;
  case "build":
    await run(script("build-web.ts"), rest);
    break;
  case "test":
    await run(script("run-tests.ts"), rest);
    break;
  case "check":
    await run(script("check.ts"), rest);
    break;
  case "bench":
    await run(path.join(ROOT, "bench", "run.ts"), rest);
    break;
  default:
    await run(path.join(ROOT, "src", "cli", "main.ts"), process.argv.slice(2));
}
