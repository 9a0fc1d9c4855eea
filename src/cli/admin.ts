import { LOCALES, ROLES } from "#domain/shared/actor.ts";
import { isCurrency } from "#domain/shared/money.ts";
import { oneOf, readArguments, wholeNumber, WrongUse } from "#cli/arguments.ts";
import type { Terminal } from "#cli/terminal.ts";
import { chosenWorkspace, createAgency, createKeyFor, createPerson, DEFAULT_AGENCY } from "#server/admin/accounts.ts";
import { backupTo, restoreFrom } from "#server/admin/backup.ts";
import { examine } from "#server/admin/doctor.ts";
import { withInstallation } from "#server/admin/installation.ts";
import { seedLoad } from "#server/admin/seed-load.ts";

type Act = (args: readonly string[], terminal: Terminal) => Promise<void>;

/** Prints the new workspace's id. */
const createWorkspace: Act = async (args, terminal) => {
  const read = readArguments(args, {
    name: { type: "string" },
    currency: { type: "string" },
    language: { type: "string" },
    timezone: { type: "string" },
    country: { type: "string" },
  });
  const currency = read.text("currency") ?? DEFAULT_AGENCY.currency;
  if (!isCurrency(currency)) throw new WrongUse(`--currency must be a currency code as EUR, not "${currency}".`);
  const timezone = read.text("timezone") ?? DEFAULT_AGENCY.timezone;
  if (!Intl.supportedValuesOf("timeZone").includes(timezone)) throw new WrongUse(`--timezone must be as Europe/Paris, not "${timezone}".`);
  const country = read.text("country") ?? DEFAULT_AGENCY.country;
  if (!/^[A-Z]{2}$/.test(country)) throw new WrongUse(`--country must be two letters as FR, not "${country}".`);
  const language = oneOf("--language", read.text("language") ?? DEFAULT_AGENCY.language, LOCALES);
  const name = read.required("name");
  const id = await withInstallation(terminal.environment, (installation) =>
    createAgency(installation, { name, currency, language, timezone, country }),
  );
  terminal.out(read.isOn("json") ? JSON.stringify({ id, name }) : id);
};

const createUser: Act = async (args, terminal) => {
  const read = readArguments(args, {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    language: { type: "string" },
    workspace: { type: "string" },
    "password-stdin": { type: "boolean" },
  });
  const email = read.required("email");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse(`--email must be an e-mail address, not "${email}".`);
  const language = read.text("language");
  const person = {
    email,
    name: read.required("name"),
    role: oneOf("--role", read.required("role"), ROLES),
    language: language === undefined ? undefined : oneOf("--language", language, LOCALES),
    workspace: read.text("workspace"),
    password: read.isOn("password-stdin") ? (await terminal.readInput()).replace(/\r?\n$/, "") : null,
  };
  const created = await withInstallation(terminal.environment, (installation) => createPerson(installation, person));
  if (read.isOn("json")) return terminal.out(JSON.stringify({ ...created, email }));
  terminal.out(created.id);
  terminal.err(`${person.name} <${email}> is ${person.role} of workspace ${created.workspaceId}.`);
  if (person.password === null) terminal.err("Without a password: sign in after a password reset.");
};

/** Prints the key alone: it is shown once. */
const createKey: Act = async (args, terminal) => {
  const read = readArguments(args, { user: { type: "string" }, name: { type: "string" }, "read-only": { type: "boolean" } });
  const wanted = { user: read.required("user"), name: read.required("name"), readOnly: read.isOn("read-only") };
  const key = await withInstallation(terminal.environment, (installation) => createKeyFor(installation, wanted));
  terminal.out(read.isOn("json") ? JSON.stringify({ key }) : key);
};

const migrate: Act = async (args, terminal) => {
  const read = readArguments(args, {});
  const { migrated } = await withInstallation(terminal.environment, async (installation) => installation);
  if (read.isOn("json")) return terminal.out(JSON.stringify({ migrated }));
  for (const name of migrated) terminal.out(name);
  terminal.err(migrated.length === 0 ? "The schema was up to date." : `${migrated.length} migrations applied.`);
};

const seed: Act = async (args, terminal) => {
  const read = readArguments(args, { opportunities: { type: "string" }, workspace: { type: "string" } });
  const count = wholeNumber("opportunities", read.required("opportunities"), 5_000_000);
  const from = performance.now();
  const done = await withInstallation(terminal.environment, async (installation) => {
    const workspaceId = await chosenWorkspace(installation, read.text("workspace"));
    return seedLoad(installation, { workspaceId, count, tell: (line) => terminal.err(line) });
  });
  if (read.isOn("json")) return terminal.out(JSON.stringify(done));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  terminal.out(
    `${done.opportunities} opportunities, ${done.clients} clients, ${done.contacts} contacts, ${done.managers} managers; the agency has ${done.activities} activities, ${done.messages} messages, ${done.facts} facts; ${seconds} s`,
  );
};

const backup: Act = async (args, terminal) => {
  const read = readArguments(args, {});
  const file = fileOf(read.words);
  const done = await withInstallation(terminal.environment, async (installation) => {
    const { files } = installation;
    return { ...(await backupTo(installation, file, new Date())), documents: files.isHere ? "in the backup" : files.where };
  });
  if (read.isOn("json")) return terminal.out(JSON.stringify({ file, ...done }));
  terminal.out(`${file}: ${done.rows} rows of ${done.tables} tables, ${done.files} files of documents`);
  if (done.documents !== "in the backup") terminal.err(`The files of documents are not in it: copy the bucket ${done.documents} as well.`);
  if (done.missing > 0) terminal.err(`${done.missing} files of documents are missing: escale admin doctor names them.`);
};

const restore: Act = async (args, terminal) => {
  const read = readArguments(args, { force: { type: "boolean" } });
  const file = fileOf(read.words);
  const done = await withInstallation(terminal.environment, (installation) => restoreFrom(installation, file, read.isOn("force")));
  if (read.isOn("json")) return terminal.out(JSON.stringify({ file, ...done }));
  terminal.out(`${file}: ${done.rows} rows of ${done.tables} tables, ${done.files} files of documents restored`);
  const without = done.documents - done.files;
  if (without > 0)
    terminal.err(`${without} files of documents are not in the backup: put the folder or bucket of ESCALE_FILES back as well.`);
};

function fileOf(words: readonly string[]): string {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) throw new WrongUse("Name one file.");
  return file;
}

const doctor: Act = async (args, terminal) => {
  const read = readArguments(args, {});
  const findings = await withInstallation(terminal.environment, examine);
  if (read.isOn("json")) terminal.out(JSON.stringify(findings));
  else for (const { name, isWell, said } of findings) terminal.out(`${isWell ? "ok  " : "BAD "} ${name}: ${said}`);
  const bad = findings.filter(({ isWell }) => !isWell);
  if (bad.length > 0) throw new Error(`${bad.length} of ${findings.length} are not well.`);
};

export const adminActs: Readonly<Record<string, Act>> = {
  "create-workspace": createWorkspace,
  "create-user": createUser,
  "create-key": createKey,
  migrate,
  seed,
  backup,
  restore,
  doctor,
};
