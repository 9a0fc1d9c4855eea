import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { anAgency, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let administrator: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  administrator = await aUser(installation, await anAgency(installation));
});
afterAll(() => installation.stop());

const NOBODY = "018f0000-0000-7000-8000-000000000000";
const shapeOf = (body: unknown): Readonly<Record<string, z.ZodType>> => {
  const plain = body instanceof z.ZodDefault ? body.unwrap() : body;
  return plain instanceof z.ZodObject ? plain.shape : {};
};
const written = (Object.entries(API) as [EndpointName, Endpoint][]).filter(
  ([, { body, session, raw }]) => session !== "none" && raw === undefined && Object.keys(shapeOf(body)).length > 0,
);

/** What no field of ours takes, each kind of field by another. */
const WRONG: readonly unknown[] = [{ nothing: { of: 1 } }, [[[]]], "\0", -1.5, true, null];

test.each(written)(
  "%s: every wrong field is named at once, and a name nobody declared with them",
  async (_name, { method, path, body }) => {
    const fields = Object.entries(shapeOf(body)).flatMap(([name, schema]) => {
      const wrong = WRONG.find((value) => !schema.safeParse(value).success);
      return wrong === undefined ? [] : [[name, wrong] as const];
    });
    const address = path
      .replace("{currency}", "USD")
      .replace("{number}", "1")
      .replace(/\{\w+\}/g, NOBODY);
    const answer = await administrator.ask(method, address, { body: { ...Object.fromEntries(fields), nobodyDeclaredIt: 1 } });
    const named = (answer.body.errors ?? []).map(({ pointer }: Loose) => pointer.split("/")[1]);
    expect([answer.status, named]).toEqual([400, expect.arrayContaining([...fields.map(([name]) => name), "nobodyDeclaredIt"])]);
  },
);

async function problemsOf(method: string, path: string, body: unknown): Promise<string[]> {
  const answer = await administrator.ask(method, path, { body });
  expect(answer.status).toBe(400);
  return answer.body.errors.map(({ pointer, code }: Loose) => `${pointer} ${code}`).toSorted();
}

test("what is required together is asked for together", async () => {
  expect(await problemsOf("POST", "/opportunities", {})).toEqual(["/clientId value.required", "/name value.required"]);
  expect(await problemsOf("POST", "/opportunities", { contacts: [{}, { isMain: 1 }] })).toEqual([
    "/clientId value.required",
    "/contacts/0/contactId value.required",
    "/contacts/1/contactId value.required",
    "/contacts/1/isMain value.type",
    "/name value.required",
  ]);
  expect(await problemsOf("POST", "/activities", {})).toEqual([
    "/kind value.required",
    "/opportunityId activity.noOwner",
    "/title value.required",
  ]);
  expect(await problemsOf("POST", "/opportunities/bulk", { change: {} })).toEqual(["/change value.required", "/ids value.required"]);
  expect(await problemsOf("POST", "/opportunities/bulk", {})).toEqual(["/change value.required", "/ids value.required"]);
});

test("what only the agency's records and the other fields tell is answered at once too", async () => {
  const client = (await administrator.ask("POST", "/clients", { body: { name: "Club" } })).body;
  const impossible = { departsOn: "2027-06-12", returnsOn: "2027-06-01", adults: 2, freePlaces: 3, sourceId: NOBODY, managerId: NOBODY };
  const named = ["/freePlaces freePlaces.tooMany", "/managerId reference.unknown", "/returnsOn dates.order", "/sourceId reference.unknown"];
  expect(await problemsOf("POST", "/opportunities", { name: "Naples", clientId: client.id, ...impossible })).toEqual(named);
  const made = (await administrator.ask("POST", "/opportunities", { body: { name: "Naples", clientId: client.id } })).body;
  expect(await problemsOf("PATCH", `/opportunities/${made.id}`, impossible)).toEqual(named);
  expect(await problemsOf("PATCH", `/opportunities/${made.id}`, { amount: "1.001", objective: "2.002", budgetPerPerson: "3.003" })).toEqual(
    ["/amount amount.tooFine", "/budgetPerPerson amount.tooFine", "/objective amount.tooFine"],
  );
  const call = { kind: "call", title: "x", clientId: NOBODY, contactId: NOBODY, assigneeId: NOBODY };
  expect(await problemsOf("POST", "/activities", call)).toEqual([
    "/assigneeId reference.unknown",
    "/clientId reference.unknown",
    "/contactId reference.unknown",
  ]);
  expect(await problemsOf("PATCH", `/clients/${client.id}`, { kindId: NOBODY, managerId: NOBODY })).toEqual([
    "/kindId reference.unknown",
    "/managerId reference.unknown",
  ]);
});
