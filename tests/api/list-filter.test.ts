import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLIENT_FILTER_FIELDS, type ClientFilterField } from "#domain/client/filter-fields.ts";
import { CONTACT_FILTER_FIELDS, type ContactFilterField } from "#domain/contact/filter-fields.ts";
import {
  OPERATORS_OF,
  type FilterField,
  type FilterFields,
  type FilterTree,
  type FilterValue,
  type Operator,
} from "#domain/filter/filter.ts";
import { matches, type Matchable } from "#domain/filter/matches.ts";
import { writeFilter } from "#domain/filter/notation.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let workspaceId: string;
let user: TestUser;
let today: string;
let clients: readonly Loose[];
let contacts: readonly Loose[];
const ZONE = "Europe/Paris";

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId, { name: "Claire Lambert" });
  const other = await aUser(installation, workspaceId, { name: "Adrien Blanc" });
  today = dayInZone(new Date().toISOString(), ZONE);
  const made = async (path: string, body: unknown): Promise<Loose> => {
    const answer = await user.ask("POST", path, { body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  };
  const some = <Value>(list: readonly Value[], index: number): Value => list[index % list.length] as Value;
  const tags = [(await made("/tags", { name: "Ski" })).id, (await made("/tags", { name: "Sénior" })).id];
  const kindId: string = (await user.ask("GET", "/client-kinds")).body.data[0].id;
  await made("/custom-fields", { recordType: "client", label: "Secteur", type: "text", important: true });
  const own: Loose[] = [];
  for (let index = 0; index < 12; index += 1)
    own.push(
      await made("/clients", {
        name: some(["Comité Lumière", "Société des Écoles", "AMIS DU JAPON"], index),
        kindId: some([kindId, null], index),
        status: some(["prospect", "client", "prospect"], index),
        managerId: some([user.id, other.id, null], index),
        address: {
          city: some(["Lyon", null, "Évian"], index),
          postalCode: some(["69003", null], index),
          country: some(["FR", "IT", null], index),
        },
        email: some(["a@lumiere.example", null], index),
        language: some(["fr", "it", null], index),
        legalName: some(["Lumière SA", null, null], index),
        ...(index % 4 === 0 ? { tagIds: tags.slice(0, 1 + (index % 2)) } : {}),
        ...(index % 3 === 0 ? { custom: { secteur: "Industrie" } } : {}),
      }),
    );
  for (let index = 0; index < 9; index += 1)
    await made("/contacts", {
      firstName: some(["Hélène", "Marc", null], index),
      lastName: some(["Ferrand", "Oddo"], index),
      gender: some(["female", "male", null], index),
      jobTitle: some(["Présidente", null], index),
      email: some(["h@lumiere.example", null, null], index),
      address: { city: some([null, "Lyon"], index), region: some(["Rhône", null], index), country: some(["FR", null], index) },
      newsletter: some([{ subscribed: true }, { subscribed: false }, null], index),
      ...(index % 3 === 1 ? { tagIds: tags } : {}),
      ...(index % 2 === 0 ? { clients: [{ clientId: own[index]?.id }] } : {}),
    });
  await anOpportunity(user, { clientId: own[0]?.id });
  await anOpportunity(user, { clientId: own[5]?.id });
  const listed = async (path: string): Promise<Loose[]> => (await user.ask("GET", path)).body.data;
  contacts = await listed("/contacts?limit=200");
  clients = (await listed("/clients?limit=200")).map((row) => ({
    ...row,
    contactIds: contacts.filter((one) => one.clients.some(({ id }: Loose) => id === row.id)).map(({ id }: Loose) => id),
  }));
});
afterAll(() => installation.stop());

const dayOf = (instant: string): string => dayInZone(instant, ZONE);

const clientRecord = (row: Loose): Matchable & Readonly<Record<Exclude<ClientFilterField, "text">, unknown>> => ({
  name: row.name,
  kindId: row.kindId,
  status: row.status,
  managerId: row.manager?.id ?? null,
  tag: row.tags.map(({ id }: Loose) => id),
  contactId: row.contactIds,
  city: row.address.city,
  postalCode: row.address.postalCode,
  region: row.address.region,
  country: row.address.country,
  email: row.email,
  website: row.website,
  legalName: row.legalName,
  registrationNumber: row.registrationNumber,
  language: row.language,
  lastTouchAt: dayOf(row.lastTouchAt),
  createdAt: dayOf(row.createdAt),
  updatedAt: dayOf(row.updatedAt),
  withoutOpportunity: row.opportunities.open + row.opportunities.won + row.opportunities.lost === 0,
  missingImportant: row.custom.secteur === undefined,
});

const contactRecord = (row: Loose): Matchable & Readonly<Record<Exclude<ContactFilterField, "text">, unknown>> => ({
  name: row.name,
  firstName: row.firstName,
  lastName: row.lastName,
  gender: row.gender,
  jobTitle: row.jobTitle,
  clientId: row.clients.map(({ id }: Loose) => id),
  newsletter: row.newsletter === null ? "unknown" : row.newsletter.subscribed ? "subscribed" : "refused",
  tag: row.tags.map(({ id }: Loose) => id),
  email: row.email,
  city: row.address.city,
  postalCode: row.address.postalCode,
  region: row.address.region,
  country: row.address.country,
  language: row.language,
  createdAt: dayOf(row.createdAt),
  updatedAt: dayOf(row.updatedAt),
  missingImportant: false,
});

const NOWHERE = "018f0000-0000-7000-8000-000000000000";

/** Two values that are in the rows, and one that is not. */
function valuesOf(field: FilterField, held: readonly unknown[]): readonly (string | boolean)[] {
  if (field.kind === "flag") return [true, false];
  if (field.kind === "day") return ["today", "today-3"];
  const present = [...new Set(held.flat().filter((value) => typeof value === "string"))].slice(0, 2);
  if (field.kind === "text") return [...present, "LUMIÈRE", "e"];
  return [...present, ...(field.self ? [field.self] : []), field.isId ? NOWHERE : (field.values?.[0] ?? "CH")];
}

function asked(op: Operator, values: readonly (string | boolean)[]): readonly (FilterValue | undefined)[] {
  if (op === "isEmpty" || op === "isNotEmpty") return [undefined];
  if (op === "during") return ["thisMonth", "past", "last7Days"];
  if (op === "between") return [["today-2", "today"]];
  if (op === "in" || op === "notIn") return [values.filter((value) => typeof value === "string")];
  return values;
}

const LISTS = {
  clients: { fields: CLIENT_FILTER_FIELDS as FilterFields, rows: () => clients, recordOf: clientRecord },
  contacts: { fields: CONTACT_FILTER_FIELDS as FilterFields, rows: () => contacts, recordOf: contactRecord },
} as const;

describe.each(["clients", "contacts"] as const)("the whole filter of %s", (list) => {
  const { fields, rows, recordOf } = LISTS[list];
  const expected = (tree: FilterTree): string[] =>
    rows()
      .filter((row) => matches(tree, recordOf(row), { fields, asker: { userId: user.id, teamIds: [] }, today, currency: "EUR" }))
      .map(({ id }): string => id)
      .toSorted();
  const found = async (tree: FilterTree, text = writeFilter(tree)): Promise<string[]> => {
    const answer = await user.ask("GET", `/${list}?limit=200&count=exact&filter=${encodeURIComponent(text)}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.total).toBe(answer.body.data.length);
    return answer.body.data.map(({ id }: Loose): string => id).toSorted();
  };

  test.each(Object.keys(fields).filter((name) => name !== "text"))(
    "%s, with every comparison, finds what the domain says",
    async (name) => {
      const field = fields[name] as FilterField;
      const held = rows().map((row) => (recordOf(row) as Matchable)[name]);
      for (const op of OPERATORS_OF[field.kind])
        for (const value of asked(op, valuesOf(field, held))) {
          const tree: FilterTree = { field: name, op, ...(value === undefined ? {} : { value }) };
          expect(await found(tree), JSON.stringify(tree)).toEqual(expected(tree));
        }
    },
  );

  test("in groups, as JSON too, and in its file", async () => {
    const tree: FilterTree = {
      any: [
        {
          all: [
            { field: "country", op: "is", value: "FR" },
            { field: "city", op: "isNotEmpty" },
          ],
        },
        { field: "language", op: "is", value: "it" },
      ],
    };
    expect(await found(tree)).toEqual(expected(tree));
    expect(await found(tree, JSON.stringify(tree))).toEqual(expected(tree));
    const file = (await user.ask("GET", `/exports/${list}?filter=${encodeURIComponent(writeFilter(tree))}`)).body as string;
    expect(file.trim().split("\n")).toHaveLength(expected(tree).length + 1);
  });
});

test("words are found anywhere, custom fields by their key, and chips hold beside a tree", async () => {
  const namesOf = async (query: string): Promise<string[]> =>
    (await user.ask("GET", `/clients?limit=200&${query}`)).body.data.map(({ name }: Loose) => name);
  expect(new Set(await namesOf("filter=text~contains~ecoles"))).toEqual(new Set(["Société des Écoles"]));
  expect(await namesOf("filter=custom.secteur~is~industrie")).toHaveLength(4);
  expect(await namesOf("filter=custom.secteur~is~industrie&status=client")).toHaveLength(0);
});

test("what one may not see cannot be found out by filtering", async () => {
  const office = await aUser(installation, workspaceId, { overrides: { contacts: "none", opportunities: "none" } });
  for (const filter of [`contactId~is~${NOWHERE}`, "withoutOpportunity~is~true"]) {
    const { status, body } = await office.ask("GET", `/clients?filter=${filter}`);
    expect([status, body.errors[0].code]).toEqual([403, "field.hidden"]);
  }
  const people = await aUser(installation, workspaceId, { overrides: { clients: "none" } });
  expect((await people.ask("GET", `/contacts?filter=clientId~isNotEmpty`)).status).toBe(403);
  expect((await people.ask("GET", `/contacts?clientId=${NOWHERE}`)).status).toBe(403);
});
