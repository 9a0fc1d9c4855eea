import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WrongUse } from "#cli/arguments.ts";
import { runCommand } from "#cli/commands.ts";
import { ApiRefusal } from "#cli/request.ts";
import { anAgency, asker, aUser, startInstallation, type Installation, type TestUser } from "../support/agency.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");

let installation: Installation;
let user: TestUser;
let folder: string;

beforeAll(async () => {
  installation = await startInstallation();
  user = await aUser(installation, await anAgency(installation));
  folder = mkdtempSync(path.join(os.tmpdir(), "escale-cli-"));
});
afterAll(async () => {
  await installation?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a host's shell sees the database of the test: through DATABASE_URL. */
function databaseUrl(at: Installation): string {
  const { host, port, user: name, password, database } = at.owner;
  return `postgres://${name}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`;
}

type Spoken = { readonly out: string[]; readonly err: string[] };

async function run(args: readonly string[], environment: Record<string, string>, input = "", said?: Spoken): Promise<Spoken> {
  const { out, err } = said ?? { out: [], err: [] };
  await runCommand(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    readInput: async () => input,
    environment,
  });
  return { out, err };
}

const asUser = (): Record<string, string> => ({
  ESCALE_URL: installation.application.address,
  ESCALE_API_KEY: user.key,
  XDG_CONFIG_HOME: folder,
});
const asHost = (at: Installation = installation): Record<string, string> => ({ DATABASE_URL: databaseUrl(at), ESCALE_DATA: folder });

test("an opportunity is created, found, shown by its number and moved to a stage by name", async () => {
  const [text = ""] = (
    await run(["opportunities", "create", "--name", "Naples", "--client", "CE Lumière", "--amount", "40600.00", "--json"], asUser())
  ).out;
  const created = JSON.parse(text) as { number: string; amount: { amount: string } };
  expect(created.amount.amount).toBe("40600.00");
  const listed = await run(["opportunities", "list", "--q", "naples"], asUser());
  expect(listed.out.join("\n")).toContain(created.number);
  expect(listed.err.join("\n")).toContain("1 in all, 40600.00 EUR");
  const moved = await run(["opportunities", "move", created.number, "proposal sent"], asUser());
  expect(moved.out.join("\n")).toMatch(/stage +Proposal sent/);
  expect((await run(["opportunities", "show", created.number], asUser())).out.join("\n")).toMatch(/likely +28420.00 EUR \(70 %\)/);
});

test("quotes are listed, and one is shown by its number with the prices of its version", async () => {
  const { body } = await user.ask("POST", "/quotes", { body: { name: "Naples by coach" } });
  const { out } = await run(["quotes", "list", "--q", "coach"], asUser());
  expect(out[0]).toMatch(/^NUMBER +NAME +CLIENT +STATUS +PAYERS +TOTAL/);
  expect(out[1]).toMatch(/^D-\d{4}-\d{4} v1 +Naples by coach +draft +20 +0\.00 EUR/);
  const shown = await run(["quotes", "show", body.quote.number], asUser());
  expect(shown.out[0]).toContain(`${body.quote.number} v1  Naples by coach  draft  0 lines`);
  expect(shown.out.at(-1)).toBe("20 payers: 0.00 EUR");
  await expect(run(["quotes", "show", "D-2020-9999"], asUser())).rejects.toThrow("D-2020-9999");
});

test("the server's words name the field that was wrong", async () => {
  const known = (await user.ask("POST", "/clients", { body: { name: "Amicale des cheminots" } })).body.id;
  const second = await run(["opportunities", "create", "--name", "Sicile", "--client", "amicale des cheminots", "--json"], asUser());
  expect(JSON.parse(second.out.join("")).client.id).toBe(known);
  await user.ask("POST", "/clients", { body: { name: "Amicale des cheminots" } });
  await expect(run(["opportunities", "create", "--name", "Malte", "--client", "Amicale des cheminots"], asUser())).rejects.toThrow(known);
  const wrong = run(["opportunities", "create", "--name", "Naples", "--client", "CE", "--departs", "2027-02-31"], asUser());
  const refusal = await wrong.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ApiRefusal);
  expect((refusal as ApiRefusal).lines().join("\n")).toMatch(/departsOn: /);
});

test("an unknown option, act or stage is told with what was meant", async () => {
  await expect(run(["opportunities", "list", "--stageid", "x"], asUser())).rejects.toThrow(/did you mean --stageId/);
  await expect(run(["oportunities"], asUser())).rejects.toThrow(/did you mean opportunities/);
  await expect(run(["opportunities", "list"], { ESCALE_URL: "http://127.0.0.1:9", XDG_CONFIG_HOME: `${folder}/none` })).rejects.toThrow(
    WrongUse,
  );
});

test("a file is imported after a dry run that wrote nothing; its list leaves again", async () => {
  const own = await aUser(installation, await anAgency(installation));
  const environment = { ...asUser(), ESCALE_API_KEY: own.key };
  const file = path.join(ROOT, "tests/samples/clients-fr.csv");
  const dry = await run(["import", file, "--as", "clients", "--dry-run"], environment);
  expect(dry.out.at(-1)).toBe("5 rows: 5 to create, 0 to update, 0 the same, 0 left out, 0 failed");
  expect((await own.ask("GET", "/clients?count=exact")).body.total).toBe(0);
  await run(["import", file, "--as", "clients"], environment);
  expect((await run(["export", "clients", "--q", "Lumière"], environment)).out.join("\n")).toContain("Comité d’entreprise Lumière");
  const deals = path.join(ROOT, "tests/samples/opportunities-en.csv");
  const asked: Spoken = { out: [], err: [] };
  const doubtful = run(["import", deals, "--as", "opportunities", "--dry-run"], environment, "", asked);
  await expect(doubtful).rejects.toThrow(/answer the questions/);
  expect(asked.err.join("\n")).toContain("QUESTION Departure");
  expect(asked.out.at(-1)).toMatch(/^\d+ rows: nothing to import before what is asked above is answered; /);
  expect((await own.ask("GET", "/opportunities?count=exact")).body.total).toBe(0);
  const map = path.join(folder, "map.json");
  writeFileSync(map, JSON.stringify({ dateOrders: { Departure: "dmy" } }));
  expect((await run(["import", deals, "--as", "opportunities", "--map", map], environment)).out.at(-1)).toContain("6 created");
  await expect(run(["import", file, "--as", "client"], environment)).rejects.toThrow(WrongUse);
});

test("a login is kept for the next commands, readable by its owner alone", async () => {
  const { ESCALE_API_KEY: _key, ...environment } = asUser();
  await run(["login", "--url", installation.application.address, "--key-stdin"], environment, `${user.key}\n`);
  expect((await run(["opportunities", "list", "--json"], environment)).out).toHaveLength(1);
  await expect(
    run(["login", "--url", installation.application.address, "--key-stdin"], environment, "esc_wrongwrongwrongwrongwrong"),
  ).rejects.toThrow(ApiRefusal);
});

test("a host makes a workspace, a user with a password, and a key that works at once", async () => {
  const [workspaceId = ""] = (
    await run(["admin", "create-workspace", "--name", "Alpes", "--language", "it", "--currency", "CHF"], asHost())
  ).out;
  const email = "giulia@escale.example";
  await run(
    [
      "admin",
      "create-user",
      "--email",
      email,
      "--name",
      "Giulia Ferri",
      "--role",
      "seller",
      "--workspace",
      workspaceId,
      "--password-stdin",
    ],
    asHost(),
    "una tappa a Napoli\n",
  );
  const { out } = await run(["admin", "create-key", "--user", email, "--name", "test"], asHost());
  expect(out).toHaveLength(1);
  const me = await asker(installation.application.address, { authorization: `Bearer ${out[0]}` })("GET", "/me");
  expect(me.body).toMatchObject({ email, role: "seller", workspace: { name: "Alpes", currency: "CHF", language: "it" } });
});

test("with several workspaces a user needs one named; a user or key of nobody is refused", async () => {
  await anAgency(installation, { name: "Other" });
  const person = ["admin", "create-user", "--email", "x@escale.example", "--name", "X", "--role", "seller"];
  await expect(run(person, asHost())).rejects.toThrow(/--workspace/);
  await expect(run(["admin", "create-key", "--user", "nobody@escale.example", "--name", "k"], asHost())).rejects.toThrow(/no user/);
  await expect(run(["admin", "create-user", "--email", "x@escale.example", "--name", "X", "--role", "chief"], asHost())).rejects.toThrow(
    /administrator, manager/,
  );
});

test("a load agency fills an empty database; its board, list and totals agree, and a backup brings all of it back", async () => {
  const load = await startInstallation();
  const restored = await startInstallation();
  try {
    const [text = ""] = (await run(["admin", "seed", "--opportunities", "300", "--json"], asHost(load))).out;
    expect(JSON.parse(text)).toMatchObject({ opportunities: 300, clients: 60, contacts: 120, managers: 10 });
    const before = await figuresOf(load);
    expect(before.count).toBe(300);
    expect(before.board.count).toBe(before.open.count);
    expect(before.board.total).toEqual(before.open.amount);
    const file = path.join(folder, "escale.backup");
    await run(["admin", "backup", file], asHost(load));
    await run(["admin", "restore", file], asHost(restored));
    expect(await figuresOf(restored)).toEqual(before);
    await expect(run(["admin", "restore", file], asHost(restored))).rejects.toThrow(/--force/);
    // Documents of a load agency are rows alone: the doctor finds that, and nothing else.
    const examined: Spoken = { out: [], err: [] };
    await expect(run(["admin", "doctor"], asHost(restored), "", examined)).rejects.toThrow("1 of");
    expect(examined.out.filter((line) => line.startsWith("BAD"))).toEqual([
      expect.stringMatching(/^BAD {2}files: .*, 0 files of documents, \d+ missing/),
    ]);
  } finally {
    await load.stop();
    await restored.stop();
  }
});

type Figures = { count: number; board: { count: number; total: unknown }; open: { count: number; amount: unknown } };

async function figuresOf(at: Installation): Promise<Figures> {
  const key = (await run(["admin", "create-key", "--user", await anAdministrator(at), "--name", "k"], asHost(at))).out[0] ?? "";
  const ask = asker(at.application.address, { authorization: `Bearer ${key}` });
  const board = await ask("GET", "/opportunities/board");
  const open = await ask("GET", "/opportunities?outcome=open&totals=true&limit=1");
  const all = await ask("GET", "/opportunities?count=exact&limit=1");
  return { count: all.body.total, board: board.body.totals, open: open.body.totals };
}

async function anAdministrator(at: Installation): Promise<string> {
  const { withClient } = await import("#server/platform/roles.ts");
  return withClient(
    at.owner,
    async (client) =>
      (await client.query<{ email: string }>("select email from app_user where role = 'administrator'")).rows[0]?.email ?? "",
  );
}

test("the process ends with 0, 1 or 2", async () => {
  const status = async (...args: string[]): Promise<number | null> => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(ROOT, "src/cli/main.ts"), ...args], {
      env: { PATH: process.env["PATH"], ...asUser() },
      stdio: "ignore",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  expect(await status("opportunities", "list")).toBe(0);
  expect(await status("opportunities", "show", "OPP-1999-0001")).toBe(1);
  expect(await status("opportunities", "lst")).toBe(2);
});
