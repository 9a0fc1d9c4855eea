import { mayWriteContacts } from "#domain/contact/policy.ts";
import { genderOf, type RowValues } from "#domain/exchange/read-row.ts";
import { foldName } from "#domain/exchange/names.ts";
import { changedContact, contactColumnsOf, newContact, type ContactBody, type ContactColumns } from "#server/contact/contact-store.ts";
import {
  differing,
  failed,
  isDeleted,
  problem,
  since,
  textOf,
  type ImportContext,
  type Planner,
  type Row,
  type RowPlan,
} from "#server/exchange/import-context.ts";
import { customOfRow } from "#server/exchange/custom-of-row.ts";
import { describeChanges } from "#server/exchange/describe-changes.ts";
import { planTags, type TagPlan } from "#server/exchange/plan-tags.ts";
import { byEmail, byExternalId, clientsWithMain, contactNames, refusedNewsletters } from "#server/exchange/known-records.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { mayWriteClients } from "#domain/client/policy.ts";

/** A row is a known person by the id in the other system; without an id, by e-mail and last name. */
export const planContacts =
  (context: ImportContext): Planner =>
  async (tx, rows) => {
    const given = (field: string): string[] => rows.flatMap(({ values }) => textOf(values, field) ?? []);
    const [known, mailed, clients, refused, names] = await Promise.all([
      byExternalId(tx, "contacts", context.source, given("externalId")),
      byEmail(tx, given("email")),
      byExternalId(tx, "clients", context.source, given("clientExternalId")),
      refusedNewsletters(tx, given("email")),
      context.once("contacts", () => contactNames(tx)),
    ]);
    return () =>
      rows.map((row) => {
        const person = personOf(row.values);
        const same = mailed
          .get((textOf(row.values, "email") ?? "").toLowerCase())
          ?.find((one) => foldName(one.last_name) === foldName(person.lastName ?? ""));
        const external = textOf(row.values, "externalId");
        const before = external === undefined ? same : (known.get(external) ?? undefined);
        const plan = planContact(tx, context, {
          row,
          person,
          before,
          clientId: clients.get(textOf(row.values, "clientExternalId") ?? "")?.id,
          hasRefused: refused.has((textOf(row.values, "email") ?? "").toLowerCase()),
        });
        const name = `${person.firstName ?? ""} ${person.lastName ?? ""}`.trim();
        return plan.action === "create" && (same || names.has(foldName(name))) ? { ...plan, duplicateOf: name } : plan;
      });
  };

type Person = { readonly firstName?: string; readonly lastName?: string };

/** A full name alone: the last word is the family name. */
function personOf(values: RowValues): Person {
  const [firstName, lastName, name] = [textOf(values, "firstName"), textOf(values, "lastName"), textOf(values, "name")];
  if (firstName !== undefined || lastName !== undefined || name === undefined)
    return { ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }) };
  const words = name.split(/\s+/);
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "" };
}

type Found = {
  readonly row: Row;
  readonly person: Person;
  readonly before: ContactColumns | undefined;
  readonly clientId: string | undefined;
  /** Somebody of this address said no to the newsletter. */
  readonly hasRefused: boolean;
};

function planContact(tx: ReadTx, context: ImportContext, { row: { values }, person, before, clientId, hasRefused }: Found): RowPlan {
  if (isDeleted(values)) return { action: "skipped", problems: [] };
  if (!mayWriteContacts(tx.actor)) return failed(problem("lastName", "row.forbidden"));
  if (!before && `${person.firstName ?? ""}${person.lastName ?? ""}`.trim() === "") return failed(problem("lastName", "name.required"));
  const external = textOf(values, "externalId");
  const identity = external ?? foldName(`${person.firstName ?? ""} ${person.lastName ?? ""} / ${textOf(values, "email") ?? ""}`);
  if (context.met.has(identity)) return failed(problem(external === undefined ? "lastName" : "externalId", "row.twice", external));
  context.met.add(identity);
  const clientName = textOf(values, "client");
  const client = clientId ?? (clientName === undefined ? undefined : context.client(clientName)?.id);
  if (clientId === undefined && clientName === undefined && textOf(values, "clientExternalId") !== undefined)
    return failed(problem("clientExternalId", "reference.unknown", textOf(values, "clientExternalId")));
  const newClient = client === undefined ? clientName : undefined;
  if (newClient !== undefined && !mayWriteClients(tx.actor)) return failed(problem("client", "reference.unknown", newClient));
  const { custom, problems } = customOfRow(tx, context, values, before?.custom);
  if (problems.length > 0) return failed(...problems);
  const body: ContactBody = { ...bodyOf(values, person, hasRefused || before?.newsletter === false), ...(custom ? { custom } : {}) };
  const tags = planTags(context, values, before?.tag_ids);
  if (before) return planUpdate(tx, context, { before, body, tags });
  return {
    action: "create",
    problems: [],
    ...(newClient === undefined ? {} : { newClient }),
    apply: async (write) => {
      const dated = since(write, textOf(values, "createdAt"));
      const row = newContact(dated, { ...body, tagIds: await tags.after(write) }, write.agency.country);
      context.batch.put("contact", row);
      if (external !== undefined) context.keepExternalId(write, row.id, external);
      const owner = client ?? (newClient === undefined ? undefined : context.clientNamed(write, newClient));
      if (owner !== undefined) await linkTo(write, context, { clientId: owner, contactId: row.id });
    },
  };
}

type Update = { readonly before: ContactColumns; readonly body: ContactBody; readonly tags: TagPlan };

function planUpdate(tx: ReadTx, context: ImportContext, { before, body, tags }: Update): RowPlan {
  const { newsletter: _newsletter, ...plain } = body;
  const columns = contactColumnsOf(tx, plain, before, tx.agency.country);
  const change = differing(before, columns);
  const isAsked = body.newsletter !== undefined && before.newsletter !== body.newsletter?.subscribed;
  if (Object.keys(change).length === 0 && !isAsked && !tags.said) return { action: "same", problems: [] };
  return {
    action: "update",
    problems: [],
    changes: describeChanges(context, before, {
      ...change,
      ...(isAsked ? { newsletter: body.newsletter?.subscribed ?? null } : {}),
      ...(tags.said ? { tag_ids: tags.said } : {}),
    }),
    apply: async (write) => {
      const after = contactColumnsOf(write, isAsked ? body : plain, before, write.agency.country);
      const tagIds = await tags.after(write);
      const now = differing(before, { ...after, ...(tagIds ? { tag_ids: tagIds } : {}) });
      context.batch.change("contact", before, changedContact(write, before, now, { kind: "contact.edited" }));
    },
  };
}

type Link = { readonly clientId: string; readonly contactId: string };

/** The first person of a client is its main contact. */
async function linkTo(tx: WriteTx, context: ImportContext, { clientId, contactId }: Link): Promise<void> {
  const led = await context.once("main contacts", () => clientsWithMain(tx));
  context.batch.put("client_contact", {
    workspace_id: tx.actor.workspaceId,
    client_id: clientId,
    contact_id: contactId,
    role: null,
    is_main: !led.has(clientId),
    created_at: tx.at,
  });
  led.add(clientId);
}

const PLAIN = ["jobTitle", "email", "phone", "notes"] as const;
const ADDRESS = ["street", "postalCode", "city", "region", "country"] as const;

function bodyOf(values: RowValues, person: Person, hasRefused: boolean): ContactBody {
  const address = Object.fromEntries(ADDRESS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
  const gender = genderOf(textOf(values, "gender") ?? "");
  const wished = values["newsletter"];
  // A refusal that is known here is never turned into a yes by a file.
  const newsletter = typeof wished === "boolean" && !(wished && hasRefused) ? { subscribed: wished, origin: "import" } : undefined;
  return {
    ...person,
    ...Object.fromEntries(PLAIN.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))),
    ...(Object.keys(address).length > 0 ? { address } : {}),
    ...(values["language"] === undefined ? {} : { language: values["language"] as "en" }),
    ...(gender === undefined ? {} : { gender }),
    ...(newsletter === undefined ? {} : { newsletter }),
  };
}
