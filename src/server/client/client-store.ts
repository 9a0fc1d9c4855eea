import type { Selectable } from "kysely";
import type { z } from "zod";
import type { clientEndpoints } from "#contract/client.ts";
import { keptRegion } from "#domain/client/region.ts";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import { customChanges } from "#domain/custom-field/custom-value.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal, refuseFields, type FieldProblem } from "#domain/shared/refusal.ts";
import { readPhone } from "#server/contact/phone-number.ts";
import { readCustom } from "#server/custom-field/read-custom.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ClientTable } from "#server/platform/db.gen.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import { newId } from "#server/platform/new-id.ts";

export type ClientColumns = Selectable<ClientTable>;
/** What was read of its custom fields is the whole of them. */
export type ClientBody = Omit<z.output<(typeof clientEndpoints)["editClient"]["body"]>, "custom"> & { readonly custom?: CustomValues };

const NOT_TOLD = new Set(["workspace_id", "id", "version", "created_at", "created_by", "updated_at", "phone_valid", "custom"]);

export async function getClient(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<ClientColumns> {
  const row = await tx.db
    .selectFrom("client")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  // Without the module's right a record does not exist.
  if (!row || tx.actor.rights.clients === "none") throw new Refusal("request.notFound");
  if (row.deleted_at && !also.deleted) {
    const by = await tx.db
      .selectFrom("app_user")
      .select("name")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", row.deleted_by)
      .executeTakeFirst();
    throw new Refusal("record.deleted", { deletedAt: row.deleted_at.toISOString(), deletedBy: by?.name ?? null, name: row.name });
  }
  return row;
}

type RawBody = z.output<(typeof clientEndpoints)["editClient"]["body"]>;

/** A body with its custom fields read: checked, and laid over those that are known. */
export async function readClientBody<Body extends RawBody>(
  tx: ReadTx,
  body: Body,
  before?: ClientColumns,
): Promise<Omit<Body, "custom"> & { readonly custom?: CustomValues }> {
  const { custom, ...rest } = body;
  return { ...rest, ...(await readCustom(tx, "client", { before: before?.custom, change: custom })) };
}

export function clientColumnsOf(body: ClientBody, country: string): Partial<ClientColumns> {
  const { address, phone, kindId, managerId, legalName, registrationNumber, vatNumber, paymentTerms, tagIds, ...plain } = body;
  const set: Record<string, unknown> = { ...plain };
  const put = (column: keyof ClientColumns, value: unknown): void => {
    if (value !== undefined) set[column] = value;
  };
  put("kind_id", kindId);
  put("manager_id", managerId);
  put("legal_name", legalName);
  put("registration_number", registrationNumber);
  put("vat_number", vatNumber);
  put("payment_terms", paymentTerms);
  put("tag_ids", tagIds);
  put("street", address?.street);
  put("postal_code", address?.postalCode);
  put("city", address?.city);
  put("region", address?.region && keptRegion(address.region, address.country ?? country));
  put("country", address?.country);
  if (phone !== undefined) {
    const read = phone === null ? null : readPhone(phone, address?.country ?? country);
    put("phone", read?.number ?? null);
    put("phone_valid", read?.valid ?? null);
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

export async function refuseUnknownClientReferences(tx: ReadTx, change: Partial<ClientColumns>): Promise<void> {
  const problems: FieldProblem[] = [];
  if (change.kind_id) {
    const kind = await tx.db
      .selectFrom("client_kind")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", change.kind_id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    if (!kind) problems.push({ pointer: "/kindId", code: "reference.unknown" });
  }
  if (change.manager_id) {
    const user = await tx.db
      .selectFrom("app_user")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", change.manager_id)
      .where("disabled_at", "is", null)
      .executeTakeFirst();
    if (!user) problems.push({ pointer: "/managerId", code: "reference.unknown" });
  }
  refuseFields(problems);
}

/** A client from a form, a short form inside another, or an import. Returns its id. */
export async function insertClient(tx: WriteTx, body: ClientBody & { readonly name: string }): Promise<string> {
  const row = newClient(tx, await withHeldTags(tx, [], body), await agencyCountry(tx));
  await refuseUnknownClientReferences(tx, row);
  await tx.db
    .insertInto("client")
    .values({ ...row, custom: JSON.stringify(row.custom) })
    .execute();
  return row.id;
}

/** A client to be, its fact told: written by itself, or with many others. */
export function newClient(tx: WriteTx, body: ClientBody & { readonly name: string }, country: string) {
  const columns = clientColumnsOf({ status: "prospect", ...body }, country);
  const id = newId();
  const row = {
    tag_ids: [],
    ...columns,
    custom: columns.custom ?? {},
    name: body.name,
    workspace_id: tx.actor.workspaceId,
    id,
    created_at: tx.at,
    created_by: tx.actor.userId,
    updated_at: tx.at,
    version: 1,
  };
  tx.change.tell({
    kind: "client.created",
    type: "client",
    id,
    name: body.name,
    clientId: id,
    fields: { ...fieldsChanged({}, told(columns)), ...customChanges({}, body.custom ?? {}) },
    version: 1,
  });
  return row;
}

type Telling = { readonly kind: FactKind; readonly extra?: Readonly<Record<string, { from: unknown; to: unknown }>> };

export async function saveClient(tx: WriteTx, before: ClientColumns, change: Partial<ClientColumns>, telling: Telling): Promise<void> {
  const after = changedClient(tx, before, change, telling);
  if (!after) return;
  const written = await tx.db
    .updateTable("client")
    .set({ ...writable(change), version: after.version, updated_at: after.updated_at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
}

/** A client as it shall be, its fact told: written by itself, or with many others. Undefined: nothing changes. */
export function changedClient(
  tx: WriteTx,
  before: ClientColumns,
  change: Partial<ClientColumns>,
  telling: Telling,
): ClientColumns | undefined {
  const custom = change.custom === undefined ? {} : customChanges(before.custom as CustomValues, change.custom as CustomValues);
  const fields = { ...fieldsChanged(before as Record<string, unknown>, told(change)), ...custom, ...telling.extra };
  if (Object.keys(fields).length === 0) return undefined;
  const after = { ...before, ...change, version: before.version + 1, updated_at: tx.at };
  const { id, name, version } = after;
  tx.change.tell({ kind: telling.kind, type: "client", id, name, clientId: id, fields, version });
  return after;
}

/** jsonb is written as text. */
function writable({ custom, ...columns }: Partial<ClientColumns>) {
  return { ...columns, ...(custom === undefined ? {} : { custom: JSON.stringify(custom) }) };
}

function told(columns: Partial<ClientColumns>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => !NOT_TOLD.has(column)));
}

export async function agencyCountry(tx: ReadTx): Promise<string> {
  const row = await tx.db
    .selectFrom("workspace")
    .select("country")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .executeTakeFirstOrThrow();
  return row.country;
}
