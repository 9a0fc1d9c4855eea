import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const REAL = path.join(ROOT, "..", "shared", "real");
const SAMPLES = path.join(ROOT, "tests", "samples");

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation?.stop());

async function someone(facts: Parameters<typeof aUser>[2] = {}): Promise<TestUser> {
  return aUser(installation, await anAgency(installation), facts);
}

type File = { readonly name?: string; readonly bytes: Buffer | string };

async function upload(user: TestUser, kind: string, { name = "file.csv", bytes }: File): Promise<{ status: number; body: Loose }> {
  const form = new FormData();
  form.append("file", new Blob([bytes]), name);
  const response = await fetch(`${installation.application.address}/api/v1/imports?kind=${kind}`, {
    method: "POST",
    headers: { authorization: `Bearer ${user.key}` },
    body: form,
  });
  return { status: response.status, body: await response.json() };
}

async function run(user: TestUser, id: string): Promise<Loose> {
  const started = await user.ask("POST", `/imports/${id}/run`);
  expect(started.status).toBe(202);
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await user.ask("GET", `/imports/${id}`);
    if (body.state !== "running") return body;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error("the import did not end");
}

async function imported(user: TestUser, kind: string, file: File): Promise<Loose> {
  const { status, body } = await upload(user, kind, file);
  expect(status, JSON.stringify(body)).toBe(201);
  return run(user, body.id);
}

const sample = (name: string): Buffer => readFileSync(path.join(SAMPLES, name));

test("our sample of clients, French and semicolons in Windows-1252, is understood and imported", async () => {
  const user = await someone();
  const text = sample("clients-fr.csv").toString("utf8");
  const { body } = await upload(user, "clients", { name: "clients.csv", bytes: iconv.encode(text, "windows-1252") });
  expect(body).toMatchObject({ encoding: "windows-1252", separator: ";", kind: "clients", state: "draft", questions: [], missing: [] });
  expect(body.counts).toMatchObject({ rows: 5, create: 5, update: 0, failed: 0 });
  const done = await run(user, body.id);
  expect(done).toMatchObject({ state: "done", done: 5, counts: { create: 5 } });
  const clients = await user.ask("GET", "/clients?q=Lumière");
  expect(clients.body.data).toMatchObject([
    {
      name: "Comité d’entreprise Lumière",
      kindName: "Works council",
      address: { city: "Lyon", country: "FR" },
      phone: { number: "+33472000001", valid: true },
    },
  ]);
});

test("a second run of the same file creates nothing; a changed row updates", async () => {
  const user = await someone();
  const text = sample("clients-fr.csv").toString("utf8");
  await imported(user, "clients", { bytes: text });
  expect((await imported(user, "clients", { bytes: text })).counts).toMatchObject({ create: 0, update: 0, same: 5 });
  const changed = await upload(user, "clients", { bytes: text.replace("69003", "69006") });
  expect(changed.body.counts).toMatchObject({ create: 0, update: 1, same: 4 });
  await run(user, changed.body.id);
  expect((await user.ask("GET", "/clients?q=Lumière")).body.data[0].address.postalCode).toBe("69006");
});

test("contacts find their clients by the other system's id, and refused consent is never turned into a yes", async () => {
  const user = await someone();
  await imported(user, "clients", { bytes: sample("clients-fr.csv") });
  const done = await imported(user, "contacts", { bytes: sample("contacts-it.csv") });
  expect(done.counts).toMatchObject({ rows: 4, create: 4, failed: 0 });
  const { data } = (await user.ask("GET", "/contacts?sort=lastName")).body;
  expect(data.map((one: Loose) => [one.name, one.clients[0]?.name, one.newsletter?.subscribed ?? null])).toEqual([
    ["Giulia Bianchi", "Comité d’entreprise Lumière", true],
    ["Marco Conti", "Liceo Galilei", false],
    ["Hélène Ferrand", "Comité d’entreprise Lumière", null],
    ["Luca Rossi", "Famiglia De Santis", true],
  ]);
  const again = sample("contacts-it.csv").toString("utf8").replace("Conti;m.conti@example.it;no", "Conti;m.conti@example.it;sì");
  const second = await upload(user, "contacts", { bytes: again });
  expect(second.body.counts).toMatchObject({ create: 0, update: 0, same: 4 });
});

test("opportunities: stages, ends, pinned probabilities, owners, reasons, amounts and dates as the file says", async () => {
  const user = await someone({ name: "Claire Lambert" });
  const { body } = await upload(user, "opportunities", { bytes: sample("opportunities-en.csv") });
  expect(body.questions).toMatchObject([{ header: "Departure", field: "departsOn", code: "date.ambiguous", example: "03/04/2027" }]);
  expect((await user.ask("POST", `/imports/${body.id}/run`)).status).toBe(409);
  const answered = await user.ask("PATCH", `/imports/${body.id}`, { body: { dateOrders: { Departure: "dmy" } } });
  expect(answered.body.questions).toEqual([]);
  expect(answered.body.counts).toMatchObject({ rows: 7, create: 6, failed: 1, ownersNotFound: 1, reasonNotStated: 1, clientsCreated: 5 });
  expect(answered.body.made).toEqual([
    { list: "source", name: "Trade journal", rows: 1 },
    { list: "lostReason", name: "Not stated", rows: 1 },
  ]);
  expect(answered.body.problems).toMatchObject([
    { line: 8, field: "amount", header: "Amount", value: "twelve thousand", code: "amount.invalid" },
  ]);
  const done = await run(user, body.id);
  expect(done.state).toBe("done");
  const rows = (await user.ask("GET", "/opportunities?sort=name")).body.data;
  expect(
    rows.map((one: Loose) => [
      one.name,
      one.outcome,
      one.amount.amount,
      one.amountSource,
      one.probabilityPercent,
      one.probabilityPinned,
      one.closedOn,
      one.departsOn,
    ]),
  ).toEqual([
    ["Baltic capitals", "open", "38250.50", "typed", 60, true, null, "2027-09-04"],
    ["Christmas markets", "lost", "9800.00", "typed", 0, false, "2026-01-20", null],
    ["Grand tour of Sicily", "won", "58300.00", "typed", 100, false, "2026-02-14", "2027-06-12"],
    ["Iceland with the family", "open", "0.00", "products", 10, false, null, null],
    ["Naples and Amalfi", "open", "40600.00", "typed", 50, false, null, "2027-04-03"],
    ["Rome for the choir", "open", "12500.00", "typed", 70, false, null, "2027-10-01"],
  ]);
  const sicily = rows.find((one: Loose) => one.outcome === "won");
  expect(sicily.createdAt).toBe("2025-11-03T12:00:00.000Z");
  expect(rows.find((one: Loose) => one.outcome === "lost").lostReasonName).toBe("Not stated");
  const failed = await user.ask("GET", `/imports/${body.id}/failed`);
  expect(failed.body.split(/\r?\n/)[1]).toContain('Amount ""twelve thousand""');
  const second = await upload(user, "opportunities", { bytes: sample("opportunities-en.csv") });
  const asked = await user.ask("PATCH", `/imports/${second.body.id}`, { body: { dateOrders: { Departure: "dmy" } } });
  expect(asked.body.counts).toMatchObject({ create: 0, update: 0, same: 6, failed: 1 });
});

test("an import is taken back as one; then the same file creates again", async () => {
  const user = await someone();
  const done = await imported(user, "clients", { bytes: sample("clients-fr.csv") });
  const reverted = await user.ask("POST", `/imports/${done.id}/revert`);
  expect(reverted.body.state).toBe("reverted");
  expect((await user.ask("GET", "/clients?count=exact")).body.total).toBe(0);
  expect((await imported(user, "clients", { bytes: sample("clients-fr.csv") })).counts.create).toBe(5);
});

test("a seller takes back an import of opportunities with the clients it made, though deleting clients is not for him", async () => {
  const seller = await someone({ role: "seller" });
  const done = await imported(seller, "opportunities", { bytes: "Name;Client\nNaples;Comité Lumière\n" });
  expect(done.counts.create).toBe(1);
  const reverted = await seller.ask("POST", `/imports/${done.id}/revert`);
  expect([reverted.status, reverted.body.state]).toEqual([200, "reverted"]);
  for (const list of ["opportunities", "clients"]) expect((await seller.ask("GET", `/${list}?count=exact`)).body.total, list).toBe(0);
});

test("columns can be corrected; a header or field that is not there is refused by name", async () => {
  const user = await someone();
  const { body } = await upload(user, "clients", { bytes: "Colour,Town\nAmicale bleue,Lyon\n" });
  expect(body).toMatchObject({
    missing: ["name"],
    columns: [
      { header: "Colour", field: null },
      { header: "Town", field: "city" },
    ],
  });
  expect((await user.ask("POST", `/imports/${body.id}/run`)).body.code).toBe("import.notReady");
  const corrected = await user.ask("PATCH", `/imports/${body.id}`, { body: { columns: { Colour: "name" } } });
  expect(corrected.body).toMatchObject({ missing: [], counts: { create: 1 } });
  const wrong = await user.ask("PATCH", `/imports/${body.id}`, { body: { columns: { Colour: "colour" } } });
  expect(wrong.body.errors).toMatchObject([{ pointer: "/columns/Colour", code: "value.notInList" }]);
  expect((await user.ask("PATCH", `/imports/${body.id}`, { body: { columns: { Shade: "name" } } })).status).toBe(400);
});

test.each([
  ["nothing", "", "file.empty"],
  ["an unclosed quotation mark", 'name,city\n"Amicale,Lyon\n', "file.quoteNotClosed"],
  ["20 000 columns", `${Array.from({ length: 20_000 }, (_, n) => `c${n}`).join(",")}\n`, "file.tooManyColumns"],
  ["no header", "\n\n   \nx", undefined],
])("a file of %s is refused with the reason, and nothing is stored", async (_what, bytes, code) => {
  const user = await someone();
  const { status, body } = await upload(user, "clients", { bytes });
  if (code === undefined) expect(status).toBeLessThan(500);
  else {
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: "/file", code }]);
    expect((await user.ask("GET", "/imports")).body.data).toEqual([]);
  }
});

test("cells that cannot be stored, dates that do not exist and stray cells fail their row alone", async () => {
  const user = await someone();
  const file =
    "name,country,created\nGood,FR,2026-02-28\nNul\0l,FR,2026-01-01\nDay,FR,2026-02-31\nAtlantis,Atlantide,2026-01-01\nStray,FR,2026-01-01,more\n,FR,2026-01-01\nGood,FR,2026-02-28\n";
  const { body } = await upload(user, "clients", { bytes: file });
  expect(body.counts).toMatchObject({ rows: 7, create: 1, failed: 6 });
  expect(body.problems.map((one: Loose) => [one.line, one.code])).toEqual([
    [3, "text.unstorable"],
    [4, "day.invalid"],
    [5, "country.unknown"],
    [6, "row.columns"],
    [7, "value.required"],
    [8, "row.twice"],
  ]);
  expect((await run(user, body.id)).counts).toMatchObject({ create: 1, failed: 6 });
});

test("who may not write the records may not import them; another's import does not exist", async () => {
  const workspaceId = await anAgency(installation);
  const reader = await aUser(installation, workspaceId, { role: "reader" });
  expect((await upload(reader, "clients", { bytes: "name\nA\n" })).status).toBe(403);
  const seller = await aUser(installation, workspaceId, { role: "seller", overrides: { contacts: "none" } });
  expect((await upload(seller, "contacts", { bytes: "name\nA\n" })).status).toBe(403);
  const { body } = await upload(seller, "clients", { bytes: "name\nA\n" });
  const other = await aUser(installation, workspaceId);
  for (const [method, end] of [
    ["GET", ""],
    ["POST", "/run"],
    ["POST", "/revert"],
    ["GET", "/failed"],
    ["DELETE", ""],
  ] as const)
    expect((await other.ask(method, `/imports/${body.id}${end}`)).status).toBe(404);
  expect((await seller.ask("DELETE", `/imports/${body.id}`)).status).toBe(204);
  expect((await seller.ask("GET", `/imports/${body.id}`)).status).toBe(404);
});

test("lists leave as CSV with formulas made text, and come back as they were", async () => {
  const user = await someone();
  await user.ask("POST", "/clients", { body: { name: '=HYPERLINK("http://x","y")', phone: "+33472000000", notes: "-2+3" } });
  await user.ask("POST", "/opportunities", {
    body: { name: "@SUM(A1)", client: { name: "Amicale" }, amount: "40600.00", departsOn: "2027-06-12" },
  });
  const clients = await user.ask("GET", "/exports/clients");
  expect(clients.headers.get("content-type")).toContain("text/csv");
  expect(clients.body).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(clients.body).toContain("+33472000000");
  expect(clients.body).toContain("'-2+3");
  const opportunities = await user.ask("GET", "/exports/opportunities?outcome=open");
  expect(opportunities.body).toContain("'@SUM(A1)");
  const { body } = await upload(user, "opportunities", { bytes: opportunities.body });
  expect(body.counts).toMatchObject({ rows: 1, create: 0, same: 1, failed: 0 });
  const back = await upload(user, "clients", { bytes: clients.body });
  expect(back.body.counts).toMatchObject({ create: 0, failed: 0, same: 2 });
});

test("exporting needs its own right", async () => {
  const seller = await someone({ role: "seller" });
  for (const list of ["clients", "contacts", "opportunities"]) expect((await seller.ask("GET", `/exports/${list}`)).status).toBe(403);
});

test.skipIf(!existsSync(REAL))("the real export: its figures, every link, and nothing new the second time", async () => {
  const user = await someone();
  const accounts = { name: "accountData.csv", bytes: readFileSync(path.join(REAL, "accountData.csv")) };
  const deals = { name: "opportunityData.csv", bytes: readFileSync(path.join(REAL, "opportunityData.csv")) };
  expect((await imported(user, "clients", accounts)).counts).toMatchObject({ rows: 423, create: 423, failed: 0 });
  expect((await imported(user, "opportunities", deals)).counts).toMatchObject({ rows: 38, create: 38, failed: 0, clientsCreated: 0 });
  const all = (await user.ask("GET", "/opportunities?count=exact&totals=true&limit=200")).body;
  expect(all.total).toBe(38);
  expect(all.totals).toMatchObject({ count: 38, amount: { amount: "6270000.00" }, likely: { amount: "4858000.00" } });
  const won = (await user.ask("GET", "/opportunities?outcome=won&totals=true&limit=1")).body.totals;
  expect(won).toMatchObject({ count: 8, amount: { amount: "2200000.00" } });
  expect((await user.ask("GET", "/clients?count=exact")).body.total).toBe(423);
  for (const name of ["Pébéo of America", "Crédito Inmobiliario Terras"])
    expect((await user.ask("GET", `/clients?q=${encodeURIComponent(name)}`)).body.data.map((one: Loose) => one.name)).toContain(name);
  expect((await upload(user, "clients", accounts)).body.counts).toMatchObject({ create: 0, update: 0, same: 423 });
  expect((await upload(user, "opportunities", deals)).body.counts).toMatchObject({ create: 0, update: 0, same: 38 });
});

test("tags of a file are added, new words are made and shown before, and what was exported comes back the same", async () => {
  const user = await someone();
  const known = (await user.ask("POST", "/tags", { body: { name: "Sénior" } })).body;
  const clientId = (await user.ask("POST", "/clients", { body: { name: "Diocèse" } })).body.id;
  const bytes = "Nom;Étiquettes\nDiocèse;senior, Pèlerinage\nLumière;Pèlerinage\n";
  const { body } = await upload(user, "clients", { bytes });
  expect(body.made).toEqual([{ list: "tag", name: "Pèlerinage", rows: 2 }]);
  expect(body.counts).toMatchObject({ create: 1, update: 1 });
  expect((await run(user, body.id)).counts).toMatchObject({ create: 1, update: 1, failed: 0 });
  const tags = async () => (await user.ask("GET", `/clients/${clientId}`)).body.tags.map(({ name }: Loose) => name);
  expect(await tags()).toEqual(["Pèlerinage", "Sénior"]);
  expect((await user.ask("GET", `/clients?tag=${known.id}`)).body.data).toHaveLength(1);
  const again = await upload(user, "clients", { bytes: "Nom;Étiquettes\nDiocèse;Sénior\n" });
  expect(again.body.counts).toMatchObject({ same: 1 });
  const csv = String((await user.ask("GET", "/exports/clients")).body);
  expect(csv).toContain("Pèlerinage; Sénior");
  for (const kind of ["contacts", "opportunities"]) {
    const file = kind === "contacts" ? "Nom;Tags\nFerrand;Ski\n" : "Nom;Client;Tags\nNaples;Diocèse;Ski\n";
    expect(await imported(user, kind, { bytes: file })).toMatchObject({ counts: { create: 1 } });
    expect((await user.ask("GET", `/${kind}`)).body.data[0].tags).toMatchObject([{ name: "Ski" }]);
  }
});

test("a contact is found by e-mail, or by a name that one person alone has", async () => {
  const user = await someone();
  const person = async (firstName: string, lastName: string, email?: string): Promise<Loose> =>
    (await user.ask("POST", "/contacts", { body: { firstName, lastName, ...(email ? { email } : {}) } })).body;
  const [helene] = [
    await person("Hélène", "Ferrand", "helene@lumiere.example"),
    await person("Marc", "Oddo"),
    await person("Marc", "Oddo"),
  ];
  const file = (name: string) => ({
    name: "o.csv",
    bytes: Buffer.from(
      `Name,Client,Contact,External id\nNaples,CE Lumière,helene ferrand,${name}1\nCapri,CE Lumière,helene@lumiere.example,${name}2\nAmalfi,CE Lumière,Marc Oddo,${name}3\n`,
    ),
  });
  const done = await imported(user, "opportunities", file("a"));
  expect(done.counts).toMatchObject({ create: 2, failed: 1 });
  const { data } = (await user.ask("GET", "/opportunities?q=CE Lumière&include=contacts")).body;
  expect(data.map(({ contacts }: Loose) => contacts.map(({ id, isMain }: Loose) => [id, isMain]))).toEqual([
    [[helene?.["id"], true]],
    [[helene?.["id"], true]],
  ]);
});
