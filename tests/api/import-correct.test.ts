import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "../support/agency.ts";

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation?.stop());

const someone = async (facts: Parameters<typeof aUser>[2] = {}): Promise<TestUser> =>
  aUser(installation, await anAgency(installation), facts);

async function upload(user: TestUser, kind: string, bytes: string | Uint8Array): Promise<Loose> {
  const { status, body } = await user.ask("POST", `/imports?kind=${kind}&fileName=file.csv`, {
    body: bytes,
    headers: { "content-type": "text/csv" },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const correct = async (user: TestUser, id: string, body: unknown): Promise<Loose> => {
  const answer = await user.ask("PATCH", `/imports/${id}`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

const rows = async (user: TestUser, id: string, query: string): Promise<Loose> =>
  (await user.ask("GET", `/imports/${id}/rows?show=${query}`)).body;

async function imported(user: TestUser, id: string): Promise<Loose> {
  expect((await user.ask("POST", `/imports/${id}/run`)).status).toBe(202);
  return settled(user, id);
}

/** Once nothing is under way. */
async function settled(user: TestUser, id: string): Promise<Loose> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { body } = await user.ask("GET", `/imports/${id}`);
    if (!["checking", "running", "reverting"].includes(body.state)) return body;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error("the import did not end");
}

const DEALS = `Name,Client,Stage,Amount,Owner
Rome,Amicale,Quote in progress,12500,claire lambert
Naples,Amicale,Quote chased,12.5OO,Nobody Known
Turin,Amicale,Quote chased,9000,Nobody Known
Milan,,Quote in progress,8000,
`;

test("a row is corrected where it stands, and a value everywhere; the counts add up before and after", async () => {
  const user = await someone();
  const draft = await upload(user, "opportunities", DEALS);
  expect(draft.stageValues).toMatchObject([
    { value: "Quote chased", rows: 2, to: null },
    { value: "Quote in progress", rows: 2 },
  ]);
  expect(draft.counts).toMatchObject({ rows: 4, create: 1, failed: 3 });
  const wrong = await rows(user, draft.id, "failed");
  expect(wrong.data.map((one: Loose) => [one.line, one.problems[0].header, one.problems[0].value, one.problems[0].code])).toEqual([
    [3, "Amount", "12.5OO", "amount.invalid"],
    [4, "Stage", "Quote chased", "stage.unknown"],
    [5, "Client", "", "value.required"],
  ]);
  const corrected = await correct(user, draft.id, {
    corrections: { 5: { Client: "Amicale" } },
    replacements: { Amount: { "12.5OO": "12500" }, Stage: { "Quote chased": "Negotiation" } },
  });
  expect(corrected.counts).toMatchObject({ rows: 4, create: 4, failed: 0 });
  expect((await rows(user, draft.id, "failed")).data).toEqual([]);
  expect((await imported(user, draft.id)).counts).toMatchObject({ create: 4, failed: 0, clientsCreated: 1 });
  const { data } = (await user.ask("GET", "/opportunities?sort=name")).body;
  expect(data.map((one: Loose) => [one.name, one.amount.amount])).toEqual([
    ["Milan", "8000.00"],
    ["Naples", "12500.00"],
    ["Rome", "12500.00"],
    ["Turin", "9000.00"],
  ]);
});

test("the same wrong value says in how many rows it stands", async () => {
  const user = await someone();
  const draft = await upload(user, "clients", "Name,Country\nA,Atlantide\nB,Atlantide\nC,France\n");
  const { data } = await rows(user, draft.id, "failed");
  expect(data.map((one: Loose) => one.problems[0].rows)).toEqual([2, 2]);
  const done = await correct(user, draft.id, { replacements: { Country: { Atlantide: "Italie" } } });
  expect(done.counts).toMatchObject({ create: 3, failed: 0 });
});

test("stages and owners are mapped once for the file", async () => {
  const user = await someone({ name: "Claire Lambert" });
  const draft = await upload(user, "opportunities", DEALS.replace("12.5OO", "12500"));
  expect(draft.ownerValues).toEqual([
    { value: "Nobody Known", rows: 2, to: null },
    { value: "claire lambert", rows: 1, to: user.id },
  ]);
  expect(draft.counts).toMatchObject({ create: 1, failed: 3 });
  const mapped = await correct(user, draft.id, { owners: { "Nobody Known": user.id }, stages: { "Quote chased": "won" } });
  expect(mapped.counts).toMatchObject({ ownersNotFound: 0, create: 3, failed: 1 });
  await imported(user, draft.id);
  const { data } = (await user.ask("GET", "/opportunities?sort=name")).body;
  expect(data.map((one: Loose) => [one.name, one.outcome])).toEqual([
    ["Naples", "won"],
    ["Rome", "open"],
    ["Turin", "won"],
  ]);
  const refused = await user.ask("PATCH", `/imports/${(await upload(user, "opportunities", DEALS)).id}`, {
    body: { owners: { "Nobody Known": "018f0000-0000-7000-8000-000000000000" } },
  });
  expect(refused.body.errors).toMatchObject([{ pointer: "/owners/Nobody Known", code: "reference.unknown" }]);
});

test("an update is shown before and after; what looks like a known record is told among those to create", async () => {
  const user = await someone();
  await imported(user, (await upload(user, "clients", "Id,Name,City\n1,Amicale bleue,Lyon\n")).id);
  const draft = await upload(user, "clients", "Id,Name,City\n1,Amicale bleue,Turin\n2,AMICALE BLEUE,Lyon\n3,Autre,Nice\n");
  expect(draft.counts).toMatchObject({ rows: 3, create: 2, update: 1, duplicates: 1 });
  expect((await rows(user, draft.id, "update")).data).toMatchObject([{ line: 2, changes: [{ field: "city", from: "Lyon", to: "Turin" }] }]);
  expect((await rows(user, draft.id, "duplicates")).data).toMatchObject([{ line: 3, duplicateOf: "Amicale bleue" }]);
  const first = await rows(user, draft.id, "create&limit=1");
  expect([first.data[0].line, first.page.nextCursor]).toEqual([3, "3"]);
  const next = await rows(user, draft.id, `create&limit=1&cursor=${first.page.nextCursor}`);
  expect([next.data[0].line, next.page.nextCursor]).toEqual([4, null]);
});

test.each([
  ["UTF-16 without a mark", iconv.encode("Nom;Ville\nComité d’été;Nîmes\n", "utf16le"), "UTF-16LE"],
  ["UTF-16 with its mark", iconv.encode("Nom;Ville\nComité d’été;Nîmes\n", "utf16be", { addBOM: true }), "UTF-16BE"],
  ["Windows", iconv.encode("Nom;Ville\nComité d’été;Nîmes\n", "windows-1252"), "windows-1252"],
  [
    "two put together",
    Buffer.concat([Buffer.from("Nom;Ville\nComité d’été;Nîmes\n"), iconv.encode("Café de la Gare;Orléans\n", "windows-1252")]),
    "UTF-8 + windows-1252",
  ],
])("a file in %s is read as it was written", async (_what, bytes, encoding) => {
  const user = await someone();
  const draft = await upload(user, "clients", bytes);
  expect([draft.encoding, draft.separator]).toEqual([encoding, ";"]);
  const names = (await rows(user, draft.id, "create")).data.map((one: Loose) => one.name);
  expect(names[0]).toBe("Comité d’été");
  if (names.length > 1) expect(names[1]).toBe("Café de la Gare");
});

test("encoding and separator can be chosen where they were not understood", async () => {
  const user = await someone();
  const draft = await upload(user, "clients", iconv.encode("Name\nCaffè Gilli\n", "macintosh"));
  const chosen = await correct(user, draft.id, { encoding: "macintosh" });
  expect(chosen.encoding).toBe("macintosh");
  expect((await rows(user, draft.id, "create")).data[0].name).toBe("Caffè Gilli");
  const piped = await upload(user, "clients", "Name|City\nA;B|Nice\n");
  const split = await correct(user, piped.id, { separator: ";" });
  expect(split.columns.map((one: Loose) => one.header)).toEqual(["Name|City"]);
});

test("dates written in two orders are asked; a month in letters or a day above twelve needs no question", async () => {
  const user = await someone();
  const mixed = await upload(user, "opportunities", "Name,Client,Departure\nA,X,13/04/2027\nB,X,04/13/2027\nC,X,03/04/2027\n");
  expect(mixed.questions).toMatchObject([{ code: "date.ambiguous", example: "03/04/2027", rows: 1, others: 2 }]);
  const clear = await upload(user, "opportunities", 'Name,Client,Departure\nA,X,3 avril 2027\nB,X,"April 3, 2027"\nC,X,03/03/2027\n');
  expect(clear.questions).toEqual([]);
  expect((await rows(user, clear.id, "create")).data.map((one: Loose) => one.values.departsOn)).toEqual([
    "2027-04-03",
    "2027-04-03",
    "2027-03-03",
  ]);
});

test("a no to the newsletter stays a no under another name of the same address", async () => {
  const user = await someone();
  await imported(user, (await upload(user, "contacts", "Last name,E-mail,Newsletter\nConti,m@example.it,no\n")).id);
  await imported(user, (await upload(user, "contacts", "Last name,E-mail,Newsletter\nContini,m@example.it,yes\n")).id);
  const { data } = (await user.ask("GET", "/contacts?q=Contini")).body;
  expect(data[0].newsletter).toBeNull();
});

test("the file of failed rows holds no formula, in its head neither", async () => {
  const user = await someone();
  const draft = await upload(user, "clients", 'Name,Country,"=HYPERLINK(""x"")"\nA,Atlantide,@SUM(1)\n');
  const { body } = await user.ask("GET", `/imports/${draft.id}/failed`);
  const [head, row] = body.split(/\r?\n/);
  expect(head).toContain("'=HYPERLINK");
  expect(row).toContain("'@SUM(1)");
});

test("a large file is checked, imported and taken back by jobs", async () => {
  const user = await someone();
  const notes = "x".repeat(6000);
  const lines = Array.from({ length: 400 }, (_, n) => `C${n},Client ${n},${notes}`);
  const started = await upload(user, "clients", `Id,Name,Notes\n${lines.join("\n")}\n`);
  expect(started).toMatchObject({ state: "checking", columns: [] });
  expect((await user.ask("POST", `/imports/${started.id}/run`)).status).toBe(409);
  expect(await settled(user, started.id)).toMatchObject({ state: "draft", total: 400, counts: { create: 400, failed: 0 } });
  expect(await imported(user, started.id)).toMatchObject({ state: "done", done: 400, counts: { create: 400 } });
  expect((await user.ask("GET", "/clients?count=exact&limit=1")).body.total).toBe(400);
  const inUse = (await user.ask("GET", "/clients?sort=name&limit=1")).body.data[0].id;
  const { body } = await user.ask("POST", "/opportunities", { body: { name: "Rome", clientId: inUse } });
  expect((await user.ask("POST", `/imports/${started.id}/revert`)).body.state).toBe("reverting");
  expect(await settled(user, started.id)).toMatchObject({ state: "done", failure: "record.inUse" });
  expect((await user.ask("GET", "/clients?count=exact&limit=1")).body.total).toBe(400);
  expect((await user.ask("DELETE", `/opportunities/${body.id}`)).status).toBe(204);
  await user.ask("POST", `/imports/${started.id}/revert`);
  expect(await settled(user, started.id)).toMatchObject({ state: "reverted", failure: null });
  expect((await user.ask("GET", "/clients?count=exact&limit=1")).body.total).toBe(0);
});

test("a large file that cannot be read says why", async () => {
  const user = await someone();
  const started = await upload(user, "clients", `Name,Notes\n"A,${"x".repeat(900)}\n${"B,y\n".repeat(600_000)}`);
  expect(await settled(user, started.id)).toMatchObject({ state: "failed", failure: "file.rowTooLong" });
  const [bell] = (await user.ask("GET", "/notifications?limit=1")).body.data;
  expect(bell).toMatchObject({ kind: "finished", work: { kind: "import", state: "failed" }, path: `/imports/${started.id}` });
});

test("a file names regions in any of the three languages or by code, and what was exported comes back the same", async () => {
  const user = await someone({ language: "it" });
  const text = "Nom,Pays,Département\nA,Italie,Toscana\nB,IT,MI\nC,France,Loiret (45)\nD,Germany,Bavaria\nE,Mexique,Oaxaca\n";
  await imported(user, (await upload(user, "clients", text)).id);
  const kept = (await user.ask("GET", "/clients?sort=name")).body.data.map((one: Loose) => one.address.region);
  expect(kept).toEqual(["IT-52", "IT-MI", "FR-45", "DE-BY", "Oaxaca"]);
  const csv: string = (await user.ask("GET", "/exports/clients")).body;
  for (const written of ["Toscana,Italia", "Milano,Italia", "Loiret,Francia", "Baviera,Germania", "Oaxaca,Messico"])
    expect(csv).toContain(written);
  expect((await imported(user, (await upload(user, "clients", csv)).id)).counts).toMatchObject({ create: 0, update: 0, same: 5 });
  const changed = await upload(user, "clients", csv.replace("Milano,Italia", "Torino,Italia"));
  const [update] = (await rows(user, changed.id, "update")).data;
  expect(update.changes).toEqual([{ field: "region", from: "Milano", to: "Torino" }]);
});
