import { rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { demoPeople, prepareDemo } from "#server/main/seed-demo.ts";
import { startApplication, webRootOf, type Application } from "#server/main/application.ts";
import { migrate } from "#server/platform/migrations.ts";
import { dataFolder } from "#server/platform/os-account.ts";
import { openDatabases, type Opened } from "#server/platform/open-databases.ts";
import { removePostgres } from "#server/platform/postgres.ts";
import { refuseUnsafeRoles } from "#server/platform/roles.ts";
import { readSettings, type Settings } from "#server/platform/settings-from-environment.ts";
import { Shutdown } from "#server/platform/shutdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const IS_DEMO = process.argv.includes("--demo");
/** The launcher started us again after we were killed: the password of the demo stays. */
const IS_AGAIN = process.argv.includes("--again");
const filesFolder = (home: string): string => path.join(home, "files");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what a step does and how long it took. */
async function step<T>(name: string, work: Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work;
  say(`  ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

async function serve(shutdown: Shutdown): Promise<void> {
  const { settings, warnings } = readSettings(process.env, webRootOf(ROOT));
  for (const warning of warnings) say(`  ${warning}`);
  const data = dataFolder(ROOT, settings.data);
  const home = IS_DEMO ? path.join(data, "demo") : data;
  if (IS_DEMO && !IS_AGAIN && process.argv.includes("--fresh")) await startOver(settings, home);
  const opening = openDatabases(settings, home);
  // What failed to open says so below; there is nothing to close then.
  shutdown.onStop(() => opening.then((opened) => opened.stop()).catch(() => undefined));
  const databases = await step("database", opening);
  if (databases.warning) say(`  ${databases.warning}`);
  await step("migrations", migrate(databases.owner as never, path.join(ROOT, "migrations")));
  await refuseUnsafeRoles(databases);
  const starting = startApplication(settings, { ...databases, filesFolder: filesFolder(home) });
  shutdown.onStop(
    () => starting.then((application) => application.close()).catch(() => undefined),
    () => starting.then((application) => application.leave()).catch(() => undefined),
  );
  const application = await step("application", starting);
  await tell(settings, databases, application);
}

async function startOver(settings: Settings, home: string): Promise<void> {
  if (settings.databaseUrl)
    throw new Error("--fresh empties the demo's own database only. With DATABASE_URL, make that database anew yourself.");
  await removePostgres(home);
  await rm(filesFolder(home), { recursive: true, force: true });
}

async function tell(settings: Settings, databases: Opened, application: Application): Promise<void> {
  const credentials = IS_DEMO && !IS_AGAIN ? await step("demo agency", prepareDemo(application, databases.owner)) : undefined;
  say(`  data: ${databases.where}`);
  say(`Escale on ${settings.publicUrl ?? application.address}`);
  if (credentials)
    say(
      `Sign in as ${credentials.email} with the password ${credentials.password}\n  (others: ${demoPeople().slice(1, 4).join(", ")}, the same password)`,
    );
  else if (!IS_DEMO && application.welcomeLink)
    say(`Open this link once to create your agency, or to load the demo agency:\n  ${application.welcomeLink}`);
  process.send?.({ port: Number(new URL(application.address).port) });
}

const shutdown = new Shutdown();
shutdown.listen();
serve(shutdown).catch(async (error: unknown) => {
  if (shutdown.isStopping) return;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await shutdown.stop({ isGraceful: false, status: 1 });
});
