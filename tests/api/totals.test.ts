import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let user: TestUser;
let stages: { id: string }[];

beforeAll(async () => {
  installation = await startInstallation();
  user = await aUser(installation, await anAgency(installation));
  stages = (await user.ask("GET", "/pipelines")).body.data[0].stages;
  const client = (await user.ask("POST", "/clients", { body: { name: "Club alpin" } })).body;
  for (let index = 0; index < 60; index += 1) {
    await anOpportunity(user, {
      name: `Voyage ${String(index).padStart(2, "0")}`,
      clientId: client.id,
      stageId: stages[index % 5]?.id,
      ...(index % 4 === 0 ? {} : { amount: `${index * 100}.01` }),
      ...(index % 3 === 0 ? {} : { departsOn: `2027-${String(1 + (index % 12)).padStart(2, "0")}-15` }),
    });
  }
});
afterAll(() => installation.stop());

const cents = (money: { amount: string }): bigint => BigInt(money.amount.replace(".", ""));
const sum = (rows: Loose[], field: string): bigint => rows.reduce((total, row) => total + cents(row[field]), 0n);

async function everyRow(query: string): Promise<Loose[]> {
  const rows: Loose[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: Loose = (await user.ask("GET", `/opportunities?limit=7${query}${cursor ? `&cursor=${cursor}` : ""}`)).body;
    rows.push(...page.data);
    cursor = page.page.nextCursor;
  }
  return rows;
}

test("board, list and their totals agree to the cent", async () => {
  const rows = await everyRow("&outcome=open");
  const list = (await user.ask("GET", "/opportunities?outcome=open&totals=true&limit=1")).body.totals;
  const board = (await user.ask("GET", "/opportunities/board?limit=3")).body;
  expect(list.count).toBe(60);
  expect(cents(list.amount)).toBe(sum(rows, "potentialRevenue"));
  expect(cents(list.likely)).toBe(sum(rows, "likelyRevenue"));
  expect(cents(board.totals.total)).toBe(cents(list.amount));
  expect(cents(board.totals.likely)).toBe(cents(list.likely));
  expect(sum(board.columns, "total")).toBe(cents(list.amount));
  expect(list.unknownAmounts).toBe(15);
});

test.each([
  "name",
  "-name",
  "amount",
  "-amount",
  "departsOn",
  "-departsOn",
  "expectedCloseOn",
  "-departsOn,name",
  "departsOn,-name",
  "-createdAt",
])("pages through every row once, in order: %s", async (sort) => {
  const rows = await everyRow(`&sort=${sort}`);
  expect(new Set(rows.map((row) => row.id)).size).toBe(60);
  expect(rows.length).toBe(60);
  if (!sort.includes("departsOn")) return;
  const days = rows.map((row) => row.departsOn);
  const known = days.filter((day) => day !== null);
  expect(days.slice(0, known.length)).toEqual(known);
  expect(known.map(String)).toEqual(sort.startsWith("-") ? known.map(String).toSorted().reverse() : known.map(String).toSorted());
});

test("a column's cards continue where the board's end", async () => {
  const board = (await user.ask("GET", "/opportunities/board?limit=5&sort=amount")).body;
  const column = board.columns[1];
  const more = (await user.ask("GET", `/opportunities/board/${column.stageId}?sort=amount&limit=50&cursor=${column.nextCursor}`)).body;
  const amounts = [...column.cards, ...more.cards].map((card) => Number(card.amount.amount));
  expect(amounts.length).toBe(column.count);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
});

test("a cursor of another order or filter is refused, as is an unknown order, with the possible ones", async () => {
  const { nextCursor } = (await user.ask("GET", "/opportunities?limit=5&sort=name")).body.page;
  expect((await user.ask("GET", `/opportunities?limit=5&sort=-name&cursor=${nextCursor}`)).body.code).toBe("cursor.mismatch");
  expect((await user.ask("GET", `/opportunities?sort=name&outcome=won&cursor=${nextCursor}`)).body.code).toBe("cursor.mismatch");
  expect((await user.ask("GET", "/opportunities?sort=colour")).body.possible).toContain("departsOn");
  expect((await user.ask("GET", "/opportunities?stageld=1")).body.suggestions).toEqual({ stageld: "stageId" });
});

test("search finds by name, number, client and place; accents and one wrong letter do not matter", async () => {
  const made = await anOpportunity(user, {
    name: "Séminaire à Évian",
    client: { name: "Fonderies du Rhône" },
    destinations: [{ country: "FR", place: "Évian" }],
  });
  const found = async (q: string) =>
    (await user.ask("GET", `/opportunities?q=${encodeURIComponent(q)}`)).body.data.map((row: Loose) => row.id);
  for (const q of ["seminaire evian", "fonderies", "ÉVIAN", made.number, "fondreies"]) expect(await found(q)).toContain(made.id);
  expect(await found("fonderies tokyo")).toEqual([]);
  const clients = (await user.ask("GET", "/clients?q=fonderies")).body.data;
  await user.ask("PATCH", `/clients/${clients[0].id}`, { body: { name: "Aciéries" } });
  expect(await found("acieries")).toContain(made.id);
});
