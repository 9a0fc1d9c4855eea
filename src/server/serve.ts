import path from "node:path";
import { fileURLToPath } from "node:url";
import { demoPeople, prepareDemo } from "#server/main/seed-demo.ts";
import { startApplication, webRootOf } from "#server/main/application.ts";
import { migrate } from "#server/platform/migrations.ts";
import { dataFolder } from "#server/platform/os-account.ts";
import { openDatabases, type Opened } from "#server/platform/open-databases.ts";
import { refuseUnsafeRoles } from "#server/platform/roles.ts";
import { readSettings, type Settings } from "#server/platform/settings-from-environment.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what a step does and how long it took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  say(`  ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

async function serve(isDemo: boolean): Promise<void> {
  const { settings, warnings } = readSettings(process.env, webRootOf(ROOT));
  for (const warning of warnings) say(`  ${warning}`);
  const home = isDemo ? path.join(dataFolder(ROOT, settings.data), "demo") : dataFolder(ROOT, settings.data);
  const databases = await step("database", () => openDatabases(settings, home));
  try {
    await serveOn(settings, databases, isDemo);
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

async function serveOn(settings: Settings, databases: Opened, isDemo: boolean): Promise<void> {
  await step("migrations", () => migrate(databases.owner as never, path.join(ROOT, "migrations")));
  await refuseUnsafeRoles(databases.owner);
  const application = await step("application", () => startApplication(settings, databases));
  const stop = stopper(async () => {
    await application.close();
    await databases.stop();
  });
  const credentials = isDemo ? await step("demo agency", () => prepareDemo(application.database, databases.owner)) : undefined;
  say(`  data: ${databases.where}`);
  say(`Escale on ${application.address}`);
  if (credentials)
    say(
      `Sign in as ${credentials.email} with the password ${credentials.password}\n  (others: ${demoPeople().slice(1, 4).join(", ")}, the same password)`,
    );
  if (!isDemo && application.welcomeLink)
    say(`Open this link once to create your agency, or to load the demo agency:\n  ${application.welcomeLink}`);
  if (process.argv.includes("--with-launcher")) watchParent(stop);
}

function stopper(close: () => Promise<void>): () => void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    // A request that never ends must not keep us: ten seconds, then out.
    setTimeout(() => process.exit(0), 9000).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return stop;
}

/** npm runs scripts through a shell that does not pass signals on: when the launcher is gone, so are we. */
function watchParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 300).unref();
}

serve(process.argv.includes("--demo")).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
