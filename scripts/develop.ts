// npm run dev [-- --demo]: the server, started again when its code changes, and the web as it is written. One address,
// one Ctrl-C for both. Answers are checked against the contract (NODE_ENV=development, set by the launcher).
import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const ROOT = path.join(import.meta.dirname, "..");
const args = process.argv.slice(2);

async function isFree(port: number): Promise<boolean> {
  const probe = net.createServer();
  try {
    probe.listen(port, "127.0.0.1");
    await once(probe, "listening");
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

async function freePort(from: number): Promise<number> {
  for (let port = from; ; port += 1) if (await isFree(port)) return port;
}

const port = process.env["PORT"] ? Number(process.env["PORT"]) : await freePort(3000);
const serverPort = await freePort(port + 1);
const address = `http://127.0.0.1:${port}`;
const serverAddress = `http://127.0.0.1:${serverPort}`;

const server = spawn(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", "--watch", "--watch-preserve-output", "src/server/serve.ts", ...args],
  {
    cwd: ROOT,
    stdio: "inherit",
    // Links in mails and the welcome link lead to the address people see.
    env: { ...process.env, PORT: String(serverPort), ESCALE_PUBLIC_URL: process.env["ESCALE_PUBLIC_URL"] ?? address },
  },
);

const { createServer } = await import("vite");
process.env["ESCALE_SERVER"] = serverAddress;
const web = await createServer({
  configFile: path.join(ROOT, "vite.config.ts"),
  root: path.join(ROOT, "src", "web"),
  server: { host: "127.0.0.1", port, strictPort: true },
});
await web.listen();

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (server.exitCode === null && server.signalCode === null) {
    server.kill("SIGTERM");
    await Promise.race([once(server, "exit"), wait(10_000)]);
  }
  await web.close();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
server.on("exit", (code) => void stop(code ?? 0));

for (;;) {
  if (await fetch(`${serverAddress}/healthz`).catch(() => undefined)) break;
  await wait(200);
}
console.log(`Escale in development on ${address}`);
