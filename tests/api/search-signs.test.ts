import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  claire = await aUser(installation, await anAgency(installation));
  const made = async (path: string, body: Loose): Promise<void> => expect((await claire.ask("POST", path, { body })).status).toBe(201);
  await anOpportunity(claire, { name: "Naples", client: { name: "Comité Lumière" }, contacts: [{ contact: { lastName: "Ferrand" } }] });
  await made("/clients", { name: "Club alpin", phone: "04 72 11 22 33" });
  await made("/contacts", { lastName: "Quesnel", phone: "+33 6 00 00 56 78" });
  await made("/contacts", { lastName: "Millau 0000" });
  await made("/suppliers", { name: "Hôtel Mediterraneo", phone: "+39 081 878 1352" });
  await made("/products", { name: "Visite de Pompéi", category: "visit" });
});
afterAll(() => installation.stop());

const LISTS = ["opportunities", "clients", "contacts", "suppliers", "products", "activities"];

async function namesIn(list: string, q: string): Promise<string[]> {
  const answer = await claire.ask("GET", `/${list}?q=${encodeURIComponent(q)}`);
  expect(answer.status, `${list} ${q}`).toBe(200);
  return (answer.body.data as Loose[]).map((row) => row.name ?? row.title);
}

async function namesEverywhere(q: string): Promise<string[]> {
  const answer = await claire.ask("GET", `/search?q=${encodeURIComponent(q)}`);
  expect(answer.status, q).toBe(200);
  return (answer.body.groups as Loose[]).flatMap((group) => group.data.map((one: Loose) => one.name));
}

test.each(["0", "00", "0000", "+00 00"])("%s is a word: only what holds it is found", async (q) => {
  for (const names of [await namesIn("contacts", q), await namesEverywhere(q)]) expect(names).toEqual(["Millau 0000"]);
  for (const list of LISTS.filter((one) => one !== "contacts")) expect(await namesIn(list, q), list).toEqual([]);
});

test.each(["00000000", "00 00 00 00", "+", "++", "+0", "()", "( )", "-", "...", "/", "%", "%%", "_", "____", "'", "\\", "\\\\", "*", "?"])(
  "%s is held by no record: neither a list nor the search of everything answers with all",
  async (q) => {
    for (const list of LISTS) expect(await namesIn(list, q), list).toEqual([]);
    expect(await namesEverywhere(q)).toEqual([]);
  },
);

test("a word of zeros is found where it stands, and a number that begins with zeros by the rest of it", async () => {
  expect(await namesIn("contacts", "0000")).toContain("Millau 0000");
  expect(await namesIn("clients", "0472112233")).toEqual(["Club alpin"]);
  expect(await namesIn("clients", "0033472112233")).toEqual(["Club alpin"]);
  expect(await namesIn("contacts", "005678")).toEqual(["Quesnel"]);
});
