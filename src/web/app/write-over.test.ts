import { expect, test } from "vitest";
import { ApiProblem } from "#web/api/api.ts";
import { overlappingFields, writeOver } from "#web/app/write-over.ts";

const seen = { id: "1", version: 1, name: "Naples", notes: null as string | null, manager: { id: "a", name: "Ana" }, phone: null };

const stale = (current: object) =>
  new ApiProblem({
    title: "",
    detail: "",
    status: 412,
    code: "record.stale",
    current,
    changedBy: { name: "Léa", at: "2026-11-20T10:00:00Z" },
  });

test("changes of different fields both stand; of the same field only when they differ", () => {
  const current = { ...seen, version: 2, name: "Rome", manager: { id: "b", name: "Bo" } };
  expect(overlappingFields(seen, current, { notes: "quiet rooms" })).toEqual([]);
  expect(overlappingFields(seen, current, { name: "Sicily", notes: "quiet rooms" })).toEqual(["name"]);
  expect(overlappingFields(seen, current, { name: "Rome" })).toEqual([]);
  expect(overlappingFields(seen, current, { managerId: "c" })).toEqual(["managerId"]);
  expect(overlappingFields(seen, current, { managerId: "b" })).toEqual([]);
});

test("values are compared as a change writes them, whatever the order of their parts", () => {
  const address = { city: "Lyon", street: null };
  const one = { amount: { amount: "100.00", currency: "EUR" }, phone: { national: "04 78", number: "+33478" }, address };
  const other = { ...one, amount: { amount: "200.00", currency: "EUR" }, address: { street: null, city: "Lyon" } };
  expect(overlappingFields(one, other, { amount: "300.00", phone: "06", address: { city: "Paris", street: null } })).toEqual(["amount"]);
  expect(overlappingFields(one, other, { amount: "200.00" })).toEqual([]);
});

test("each custom field is one by itself", () => {
  const one = { custom: { diet: "none", bus: true } };
  expect(overlappingFields(one, { custom: { diet: "vegan", bus: true } }, { custom: { bus: false } })).toEqual([]);
  expect(overlappingFields(one, { custom: { diet: "vegan" } }, { custom: { diet: "halal" } })).toEqual(["custom.diet"]);
});

test("tags are a set", () => {
  const one = { tags: [{ id: "a" }, { id: "b" }] };
  const other = { tags: [{ id: "b" }, { id: "a" }] };
  expect(overlappingFields(one, other, { tagIds: ["c"] })).toEqual([]);
  expect(overlappingFields(one, { tags: [{ id: "d" }] }, { tagIds: ["c"] })).toEqual(["tagIds"]);
});

test("a stale write of another field is sent again over the other change; of the same field it asks, and says who", async () => {
  const current = { ...seen, version: 4, name: "Rome" };
  const sent: [object, number][] = [];
  const write = async (change: object, version: number) => {
    sent.push([change, version]);
    if (version !== current.version) throw stale(current);
    return { ...current, version: 5, ...change };
  };
  expect(await writeOver(seen, { notes: "quiet" }, write)).toEqual({ saved: { ...current, version: 5, notes: "quiet" } });
  expect(sent.map(([, version]) => version)).toEqual([1, 4]);
  expect(await writeOver(seen, { name: "Sicily" }, write)).toEqual({
    overtaken: { current, change: { name: "Sicily" }, fields: ["name"], by: { name: "Léa", at: "2026-11-20T10:00:00Z" } },
  });
});

test("any other refusal is thrown", async () => {
  const write = () => Promise.reject(new TypeError("no"));
  await expect(writeOver(seen, { notes: "x" }, write)).rejects.toThrow("no");
});
