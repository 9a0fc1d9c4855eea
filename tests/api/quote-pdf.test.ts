import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newDay, newLine } from "#domain/quote/quote-sheet.ts";
import { newId } from "#server/platform/new-id.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aPicture } from "#tests/support/files.ts";

let installation: Installation;
let claire: TestUser;
let blind: TestUser;
let elsewhere: TestUser;
let quote: Loose;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  claire = await aUser(installation, workspaceId);
  blind = await aUser(installation, workspaceId, { role: "manager", overrides: { scope: "all", costs: false } });
  elsewhere = await aUser(installation, await anAgency(installation));
  quote = await aQuoteOfTwoDays();
});
afterAll(() => installation.stop());

async function aQuoteOfTwoDays(): Promise<Loose> {
  const supplier = (await claire.ask("POST", "/suppliers", { body: { name: "Vesuvio Bus" } })).body;
  const { body } = await claire.ask("POST", "/quotes", { body: { name: "Naples #[en] 2 jours *fort*" } });
  const days = [newDay({ id: newId(), title: "Pompéi" }), newDay({ id: newId(), title: "Capri" })];
  const [first, second] = days.map(({ id }) => id);
  const line = (facts: Loose): Loose => ({ kind: "addLine", afterLineId: null, line: newLine({ id: newId(), currency: "EUR", ...facts }) });
  const edits = [
    { kind: "setSheet", field: "bases", was: body.sheet.bases, to: [20, 40] },
    { kind: "setSheet", field: "ratePercent", was: body.sheet.ratePercent, to: "25" },
    { kind: "setSheet", field: "departsOn", was: body.sheet.departsOn, to: "2027-06-10" },
    ...days.map((day, index) => ({ kind: "addDay", day, afterDayId: index === 0 ? null : first })),
    line({ dayId: first, name: "Autocar", quantityType: "perGroup", unitCost: "800.00", supplierId: supplier.id }),
    line({ dayId: second, name: "Bateau", publicName: "Traversée", unitCost: "38.00" }),
    line({ name: "Chambre seule", part: "supplement", unitCost: "40.00" }),
  ];
  const saved = await claire.ask("PATCH", `/quotes/${body.quote.id}/versions/1`, { body: { edits } });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  return body.quote;
}

type Read = {
  readonly status: number;
  readonly type: string | null;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly pages: number;
};

async function read(user: TestUser, query: string): Promise<Read> {
  const response = await fetch(`${installation.application.address}/api/v1/quotes/${quote.id}/versions/1/pdf?${query}`, {
    headers: { authorization: `Bearer ${user.key}` },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("content-type");
  if (response.status !== 200) return { status: response.status, type, bytes, text: "", pages: 0 };
  const { text, totalPages } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return { status: 200, type, bytes, text: text.replaceAll("\u00a0", " "), pages: totalPages };
}

test("the client's paper has prices and no costs; what was typed is text and never markup", async () => {
  const { type, text, bytes, pages } = await read(claire, "kind=prices&language=fr");
  expect([type, pages]).toEqual(["application/pdf", 1]);
  // 800 ÷ 20 + 38 = 78, and 25 % on it.
  for (const words of ["Prix par personne", "97,50 €", "72,50 €", "à partir de 20 payants", "Chambre seule", "50,00 €", "10 juin 2027"])
    expect(text).toContain(words);
  expect(text).toContain("Naples #[en] 2 jours *fort*");
  for (const hidden of ["800", "Vesuvio", "25 %", "Achat"]) expect(text).not.toContain(hidden);
  const source = Buffer.from(bytes).toString("latin1");
  for (const mark of ["/MarkInfo", "/StructTreeRoot", "/Lang", "FontFile"]) expect(source).toContain(mark);
});

test("the costing sheet has the grid with costs, suppliers, parts by line and the group's totals, in each language", async () => {
  const { text } = await read(claire, "kind=costing&language=en");
  for (const words of [
    "Costing",
    "Internal: not for the client",
    "Day 1 · Pompéi · 10 June 2027",
    "Autocar",
    "Vesuvio Bus",
    "€800.00",
    "€97.50",
    "20 paying",
  ])
    expect(text).toContain(words);
  expect((await read(claire, "kind=costing&language=it")).text).toContain("Foglio di calcolo");
});

test("without the right to costs there is the price table alone; of another agency there is nothing", async () => {
  expect((await read(blind, "kind=costing")).status).toBe(403);
  expect((await read(blind, "kind=prices")).text).toContain("€97.50");
  expect((await read(elsewhere, "kind=prices")).status).toBe(404);
  expect((await read(claire, "kind=secret")).status).toBe(400);
});

test("the same content gives the same bytes; the agency's logo stands on it", async () => {
  const before = await read(claire, "kind=prices");
  expect(Buffer.compare(before.bytes, (await read(claire, "kind=prices")).bytes)).toBe(0);
  const logo = `data:image/png;base64,${(await aPicture(120, 40)).toString("base64")}`;
  expect((await claire.ask("PATCH", "/workspace", { body: { logo } })).status).toBe(200);
  const after = await read(claire, "kind=prices");
  expect(after.bytes.length).not.toBe(before.bytes.length);
  expect(Buffer.from(after.bytes).toString("latin1")).toContain("/Image");
});

test("a quote that cannot be reckoned says why instead", async () => {
  const { body } = await claire.ask("POST", "/quotes", { body: { name: "Empty" } });
  await claire.ask("PATCH", `/quotes/${body.quote.id}/versions/1`, {
    body: { edits: [{ kind: "setSheet", field: "bases", was: body.sheet.bases, to: [] }] },
  });
  const answer = await claire.ask("GET", `/quotes/${body.quote.id}/versions/1/pdf`);
  expect([answer.status, answer.body.errors.length > 0]).toEqual([400, true]);
});
