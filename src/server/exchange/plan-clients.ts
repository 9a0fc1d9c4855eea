import { mayWriteClients } from "#domain/client/policy.ts";
import { clientStatusOf, type RowValues } from "#domain/exchange/read-row.ts";
import { foldName } from "#domain/exchange/names.ts";
import { changedClient, clientColumnsOf, newClient, type ClientBody, type ClientColumns } from "#server/client/client-store.ts";
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
import { byExternalId } from "#server/exchange/known-records.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** A row is a known client by its id in the other system; without an id, by name and city. */
export const planClients =
  (context: ImportContext): Planner =>
  async (tx, rows) => {
    const externals = rows.flatMap(({ values }) => textOf(values, "externalId") ?? []);
    const [known, named] = await Promise.all([byExternalId(tx, "clients", context.source, externals), namedClients(tx, context, rows)]);
    return () => rows.map((row) => planClient(tx, context, row, known.get(textOf(row.values, "externalId") ?? "") ?? named.get(row)));
  };

async function namedClients(tx: ReadTx, context: ImportContext, rows: readonly Row[]): Promise<Map<Row, ClientColumns>> {
  const wanted = new Map<Row, string>();
  for (const row of rows) {
    if (textOf(row.values, "externalId") !== undefined) continue;
    const city = textOf(row.values, "city");
    const candidates = context.clients.get(foldName(textOf(row.values, "name") ?? "")) ?? [];
    const match = candidates.find(
      (candidate) => city === undefined || candidate.city === null || foldName(candidate.city) === foldName(city),
    );
    if (match) wanted.set(row, match.id);
  }
  if (wanted.size === 0) return new Map();
  const found = await tx.db
    .selectFrom("client")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...new Set(wanted.values())])
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  return new Map([...wanted].flatMap(([row, id]) => (byId.has(id) ? [[row, byId.get(id) as ClientColumns] as const] : [])));
}

function planClient(tx: ReadTx, context: ImportContext, { values }: Row, before: ClientColumns | undefined): RowPlan {
  if (isDeleted(values)) return { action: "skipped", problems: [] };
  if (!mayWriteClients(tx.actor)) return failed(problem("name", "row.forbidden"));
  const name = textOf(values, "name");
  if (name === undefined && !before) return failed(problem("name", "value.required"));
  const external = textOf(values, "externalId");
  const identity = external ?? foldName(`${name ?? ""} / ${textOf(values, "city") ?? ""}`);
  if (context.met.has(identity)) return failed(problem(external === undefined ? "name" : "externalId", "row.twice", external ?? name));
  context.met.add(identity);
  const owner = textOf(values, "manager");
  const managerId = owner === undefined ? undefined : context.user(owner);
  const kind = textOf(values, "kind");
  if (kind !== undefined) context.use("client_kind", kind);
  const ownerNotFound = owner !== undefined && managerId === undefined;
  const tags = planTags(context, values, before?.tag_ids);
  const { custom, problems } = customOfRow(tx, context, values, before?.custom);
  if (problems.length > 0) return failed(...problems);
  const plain = bodyOf(values, before ? managerId : (managerId ?? (ownerNotFound ? tx.actor.userId : undefined)));
  const body: ClientBody = { ...plain, ...(custom ? { custom } : {}) };
  if (before) {
    const columns = {
      ...clientColumnsOf(body, before.country ?? tx.agency.country),
      ...(kind === undefined ? {} : knownKind(context, kind)),
    };
    const change = differing(before, columns);
    const isNewKind = kind !== undefined && !("kind_id" in columns);
    if (Object.keys(change).length === 0 && !isNewKind && !tags.said) return { action: "same", problems: [], ownerNotFound };
    return {
      action: "update",
      problems: [],
      ownerNotFound,
      changes: describeChanges(context, before, {
        ...change,
        ...(isNewKind ? { kind_id: kind } : {}),
        ...(tags.said ? { tag_ids: tags.said } : {}),
      }),
      apply: async (write) => {
        const kindColumn = kind === undefined ? {} : { kind_id: await context.entry(write, "client_kind", kind) };
        const tagIds = await tags.after(write);
        const now = differing(before, { ...columns, ...kindColumn, ...(tagIds ? { tag_ids: tagIds } : {}) });
        context.batch.change("client", before, changedClient(write, before, now, { kind: "client.edited" }));
      },
    };
  }
  return {
    action: "create",
    problems: [],
    ownerNotFound,
    duplicateOf: context.client(name ?? "")?.name,
    apply: (write) =>
      createClient(write, context, { name: name ?? "", body, kind, tags, external, createdAt: textOf(values, "createdAt") }),
  };
}

function knownKind(context: ImportContext, kind: string): { kind_id?: string } {
  const id = context.lists.entries.client_kind.get(foldName(kind));
  return id === undefined ? {} : { kind_id: id };
}

type NewClient = {
  readonly name: string;
  readonly body: ClientBody;
  readonly kind: string | undefined;
  readonly tags: TagPlan;
  readonly external: string | undefined;
  readonly createdAt: string | undefined;
};

async function createClient(
  tx: WriteTx,
  context: ImportContext,
  { name, body, kind, tags, external, createdAt }: NewClient,
): Promise<void> {
  const kindId = kind === undefined ? undefined : await context.entry(tx, "client_kind", kind);
  const made = { ...body, name, tagIds: await tags.after(tx), ...(kindId === undefined ? {} : { kindId }) };
  const row = newClient(since(tx, createdAt), made, tx.agency.country);
  context.batch.put("client", row);
  context.remember({ id: row.id, name, city: body.address?.city ?? null });
  if (external !== undefined) context.keepExternalId(tx, row.id, external);
}

const PLAIN = ["name", "legalName", "registrationNumber", "vatNumber", "email", "website", "paymentTerms", "notes", "phone"] as const;
const ADDRESS = ["street", "postalCode", "city", "region", "country"] as const;

function bodyOf(values: RowValues, managerId: string | undefined): ClientBody {
  const address = Object.fromEntries(ADDRESS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
  const status = clientStatusOf(textOf(values, "status") ?? "");
  return {
    ...Object.fromEntries(PLAIN.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]]))),
    ...(Object.keys(address).length > 0 ? { address } : {}),
    ...(values["language"] === undefined ? {} : { language: values["language"] as "en" }),
    ...(status === undefined ? {} : { status }),
    ...(managerId === undefined ? {} : { managerId }),
  };
}
