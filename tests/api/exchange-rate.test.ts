import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#domain/shared/day.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;
let swiss: TestUser;
let today: Day;

beforeAll(async () => {
  installation = await startInstallation();
  claire = await aUser(installation, await anAgency(installation));
  swiss = await aUser(installation, await anAgency(installation, { currency: "CHF" }));
  today = (await claire.ask("PUT", "/exchange-rates/NOK", { body: { rate: "0.09" } })).body.onDay;
});
afterAll(() => installation.stop());

const add = (body: Loose) => claire.ask("POST", "/exchange-rates", { body });
const rateOf = async (user: TestUser, currency: string): Promise<Loose | undefined> =>
  (await user.ask("GET", "/exchange-rates")).body.data.find((one: Loose) => one.currency === currency);
const history = async (currency: string): Promise<string[]> =>
  (await claire.ask("GET", `/exchange-rates/history?currency=${currency}`)).body.data.map(({ rate }: Loose) => rate);
const undo = (user: TestUser, answer: { headers: Headers }) =>
  user.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo") } });
const send = (user: TestUser, body: string, query = "") =>
  user.ask("POST", `/exchange-rates/import?${query}`, { body, headers: { "content-type": "application/octet-stream" } });

test("a rate is typed for a day with its source; the newest one counts, the others are its history", async () => {
  await add({ currency: "USD", rate: "0.9", onDay: addDays(today, -2), source: "the bank" });
  await add({ currency: "USD", rate: "0.91" });
  await add({ currency: "USD", rate: "0.8", onDay: addDays(today, -9) });
  expect(await rateOf(claire, "USD")).toEqual({ currency: "USD", rate: "0.91", onDay: today, source: "typed" });
  expect(await history("USD")).toEqual(["0.91", "0.9", "0.8"]);
  const first = (await claire.ask("GET", "/exchange-rates/history?currency=USD&limit=2")).body;
  const rest = (await claire.ask("GET", `/exchange-rates/history?currency=USD&before=${first.page.nextBefore}`)).body;
  expect([first.data.length, rest.data.map(({ rate }: Loose) => rate), rest.page.nextBefore]).toEqual([2, ["0.8"], null]);
});

test("what cannot be is refused by name: one's own currency, nothing, a day to come, no number", async () => {
  const refused = async (body: Loose): Promise<string[]> =>
    (await add(body)).body.errors.map(({ pointer, code }: Loose) => `${pointer} ${code}`);
  expect(await refused({ currency: "EUR", rate: "0", onDay: addDays(today, 1) })).toEqual([
    "/currency rate.own",
    "/rate rate.invalid",
    "/onDay rate.future",
  ]);
  expect(await refused({ currency: "USD", rate: "1,2" })).toEqual(["/rate rate.invalid"]);
  expect(await refused({ currency: "ZZZ", rate: "1" })).toEqual(["/currency currency.unknown"]);
});

test("setting and removing a rate are taken back; a later change holds it", async () => {
  const first = await add({ currency: "GBP", rate: "1.10" });
  const second = await add({ currency: "GBP", rate: "1.20" });
  expect((await undo(claire, first)).body).toMatchObject({ code: "undo.overtaken", overtaken: [{ field: "rate" }] });
  await undo(claire, second);
  expect(await rateOf(claire, "GBP")).toMatchObject({ rate: "1.1" });
  const removed = await claire.ask("DELETE", `/exchange-rates/GBP/${today}`);
  expect([removed.status, await rateOf(claire, "GBP")]).toEqual([204, undefined]);
  expect((await claire.ask("DELETE", `/exchange-rates/GBP/${today}`)).status).toBe(404);
  await undo(claire, removed);
  expect(await rateOf(claire, "GBP")).toMatchObject({ rate: "1.1" });
  await undo(claire, first);
  expect(await rateOf(claire, "GBP")).toBeUndefined();
});

test("a file of the bank is taken in: cross rates for an agency that is not in euros, what is the same already left", async () => {
  const day = addDays(today, -3);
  const csv = `Date,USD,CHF,JPY,\n${day},1.0854,0.9300,168.40,\n${addDays(day, -1)},1.08,0.93,N/A,\n`;
  const answer = await send(swiss, csv);
  expect(answer.body).toEqual({ written: 5, unchanged: 0, days: 2, currencies: 3, from: addDays(day, -1), until: day });
  expect(await rateOf(swiss, "EUR")).toEqual({ currency: "EUR", rate: "0.93", onDay: day, source: "ECB" });
  expect(await rateOf(swiss, "USD")).toMatchObject({ rate: "0.8568269762" });
  expect((await send(swiss, csv)).body).toMatchObject({ written: 0, unchanged: 5 });
  const xml = `<gesmes:Envelope><Cube><Cube time='${day}'><Cube currency='USD' rate='2'/><Cube currency='CHF' rate='1'/></Cube></Cube></gesmes:Envelope>`;
  const replaced = await send(swiss, xml);
  expect([replaced.body.written, (await rateOf(swiss, "USD"))?.["rate"]]).toEqual([2, "0.5"]);
  await undo(swiss, replaced);
  expect(await rateOf(swiss, "USD")).toMatchObject({ rate: "0.8568269762" });
  await undo(swiss, answer);
  expect([await rateOf(swiss, "JPY"), await rateOf(swiss, "EUR")]).toEqual([undefined, expect.anything()]);
});

test("days of long ago are left out unless asked for; what is no such file is refused", async () => {
  const old = `Date,USD,\n${addDays(today, -1200)},1.0854,\n`;
  const code = async (answer: Promise<Loose>): Promise<string> => (await answer).body.errors[0].code;
  expect(await code(send(claire, old))).toBe("rates.noDay");
  expect((await send(claire, old, `since=${addDays(today, -2000)}`)).body).toMatchObject({ written: 1 });
  expect(await code(send(claire, "Name;Amount\nNaples;12\n"))).toBe("rates.unreadable");
  expect(await code(send(swiss, `Date,USD,\n${today},1.0854,\n`))).toBe("rates.noOwn");
});
