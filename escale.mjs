#!/usr/bin/env node
// Plain JavaScript on purpose: whatever Node is on the machine must be able to read this file.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const NODE = path.join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const STAMP = path.join(ROOT, "node_modules", ".escale-installed");

const [command = "help", ...rest] = process.argv.slice(2);

/** What was installed is what the lock file says: a fresh clone, or a changed lock, installs by itself. */
function installIfNeeded() {
  const lock = createHash("sha256").update(readFileSync(path.join(ROOT, "package-lock.json"))).digest("hex");
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  if (existsSync(NODE) && !existsSync(STAMP)) return void writeFileSync(STAMP, lock);
  const from = Date.now();
  process.stderr.write("  installing …\n");
  const npm = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  if (npm.status !== 0 || !existsSync(NODE)) {
    process.stderr.write("The installation failed. Run `npm ci` here to see why (install scripts must be allowed: Escale brings its own Node).\n");
    process.exit(1);
  }
  writeFileSync(STAMP, lock);
  process.stderr.write(`  install: ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
}

/** Runs a program of ours with the Node that came with the install, and ends with it. */
function run(program, args, environment = {}) {
  const env = { ...process.env, ...environment, PATH: `${path.dirname(NODE)}${path.delimiter}${path.join(ROOT, "node_modules", ".bin")}${path.delimiter}${process.env.PATH ?? ""}` };
  // NODE_OPTIONS of another Node may not be known to ours.
  delete env.NODE_OPTIONS;
  const child = spawn(NODE, ["--disable-warning=ExperimentalWarning", program, ...args], { stdio: "inherit", env });
  const parent = process.ppid;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  // npm starts us through a shell that does not pass signals on.
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 300).unref();
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)));
}

const script = (name) => path.join(ROOT, "scripts", name);

installIfNeeded();
switch (command) {
  case "start":
  case "demo": {
    const build = spawnSync(NODE, [script("build-web.ts")], { stdio: "inherit", env: { ...process.env, NODE_OPTIONS: "" } });
    if (build.status !== 0) process.exit(1);
    rest.unshift("--with-launcher", ...(command === "demo" ? ["--demo"] : []));
    run(path.join(ROOT, "src", "server", "serve.ts"), rest, { NODE_ENV: process.env.NODE_ENV ?? "production" });
    break;
  }
  case "dev":
    run(script("develop.ts"), rest, { NODE_ENV: "development" });
    break;
  case "build":
    run(script("build-web.ts"), rest);
    break;
  case "test":
    run(script("run-tests.ts"), rest);
    break;
  case "check":
    run(script("check.ts"), rest);
    break;
  case "bench":
    run(path.join(ROOT, "bench", "run.ts"), rest);
    break;
  default:
    run(path.join(ROOT, "src", "cli", "main.ts"), process.argv.slice(2));
}
