import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

test("a deleted contact is no contact: without one, by flag, by field and on the record", async () => {
  const user = await aUser(installation, await anAgency(installation));
  const clientId: string = (await anOpportunity(user)).client.id;
  const { id: contactId } = (await user.ask("POST", "/contacts", { body: { lastName: "Oddo" } })).body;
  const whole = { clientId, departsOn: "2027-06-12", adults: 4, amount: "100", destinations: [{ country: "IT", place: "Rome" }] };
  const one = await anOpportunity(user, { ...whole, name: "Sans interlocuteur", contacts: [{ contactId, isMain: true }] });
  const search = async (body: unknown): Promise<string[]> =>
    (await user.ask("POST", "/opportunities/search", { body: { ...(body as object), limit: 200 } })).body.data.map(({ id }: Loose) => id);
  const without = { filter: { all: [{ field: "contactId", op: "isEmpty" }] } };
  const incomplete = { filter: { all: [{ field: "incomplete", op: "is", value: true }] } };
  for (const query of [without, incomplete]) expect(await search(query)).not.toContain(one.id);
  expect((await user.ask("DELETE", `/contacts/${contactId}`)).status).toBe(204);
  expect((await user.ask("GET", `/opportunities/${one.id}`)).body).toMatchObject({ contacts: [], missing: ["contact"] });
  for (const query of [without, incomplete]) expect(await search(query)).toContain(one.id);
  const flagged = await user.ask("GET", "/opportunities?incomplete=true&limit=200");
  expect(flagged.body.data.map(({ id }: Loose) => id)).toContain(one.id);
});
