import type { Selectable } from "kysely";
import type { z } from "zod";
import type { contactEndpoints } from "#contract/contact.ts";
import { keptRegion } from "#domain/client/region.ts";
import { consentAfter, type Consent } from "#domain/contact/consent.ts";
import type { CustomValues } from "#domain/custom-field/custom-field.ts";
import { customChanges } from "#domain/custom-field/custom-value.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { readPhone } from "#server/contact/phone-number.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ContactTable } from "#server/platform/db.gen.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import { newId } from "#server/platform/new-id.ts";

export type ContactColumns = Selectable<ContactTable>;
/** The name is made by the database of first and last name. */
type ContactChange = Partial<Omit<ContactColumns, "name">>;
/** What was read of their custom fields is the whole of them. */
export type ContactBody = Omit<z.output<(typeof contactEndpoints)["editContact"]["body"]>, "clients" | "custom"> & {
  readonly custom?: CustomValues;
};

const NOT_TOLD = new Set([
  "workspace_id",
  "id",
  "version",
  "created_at",
  "created_by",
  "updated_at",
  "phone_valid",
  "newsletter_at",
  "newsletter_origin",
  "custom",
]);

export async function getContact(tx: ReadTx, id: string, also: { readonly deleted?: boolean } = {}): Promise<ContactColumns> {
  const row = await tx.db
    .selectFrom("contact")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || tx.actor.rights.contacts === "none") throw new Refusal("request.notFound");
  if (row.deleted_at && !also.deleted) {
    const by = await tx.db
      .selectFrom("app_user")
      .select("name")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", row.deleted_by)
      .executeTakeFirst();
    throw new Refusal("record.deleted", { deletedAt: row.deleted_at.toISOString(), deletedBy: by?.name ?? null, name: row.name ?? "" });
  }
  return row;
}

export function consentOf(row: Pick<ContactColumns, "newsletter" | "newsletter_at" | "newsletter_origin">): Consent {
  if (row.newsletter === null || row.newsletter_at === null) return null;
  return { subscribed: row.newsletter, at: row.newsletter_at.toISOString(), origin: row.newsletter_origin ?? "" };
}

export function contactColumnsOf(
  tx: ReadTx,
  body: ContactBody,
  before: ContactColumns | undefined,
  country: string | null = null,
): ContactChange {
  const { address, phone, firstName, lastName, jobTitle, newsletter, tagIds, ...plain } = body;
  const set: Record<string, unknown> = { ...plain };
  const put = (column: keyof ContactColumns, value: unknown): void => {
    if (value !== undefined) set[column] = value;
  };
  if (firstName !== undefined) put("first_name", firstName ?? "");
  if (lastName !== undefined) put("last_name", lastName ?? "");
  put("job_title", jobTitle);
  put("tag_ids", tagIds);
  put("street", address?.street);
  put("postal_code", address?.postalCode);
  put("city", address?.city);
  const where = address?.country ?? before?.country ?? country;
  put("region", address?.region && keptRegion(address.region, where));
  put("country", address?.country);
  if (phone !== undefined) {
    const read = phone === null ? null : readPhone(phone, where);
    put("phone", read?.number ?? null);
    put("phone_valid", read?.valid ?? null);
  }
  if (newsletter) {
    const consent = consentAfter(before ? consentOf(before) : null, {
      subscribed: newsletter.subscribed,
      origin: newsletter.origin ?? "",
      at: tx.at.toISOString(),
    });
    put("newsletter", consent?.subscribed ?? null);
    put("newsletter_at", consent === null ? null : new Date(consent.at));
    put("newsletter_origin", consent?.origin ?? null);
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

export function refuseNameless(row: { readonly first_name?: string; readonly last_name?: string }): void {
  if (`${row.first_name ?? ""}${row.last_name ?? ""}`.trim() === "") throw refuseField("/lastName", "name.required");
}

export async function insertContact(tx: WriteTx, body: ContactBody, country: string | null = null): Promise<string> {
  const row = newContact(tx, await withHeldTags(tx, [], body), country);
  await tx.db
    .insertInto("contact")
    .values({ ...row, custom: JSON.stringify(row.custom) })
    .execute();
  return row.id;
}

/** A person to be, the fact told: written by itself, or with many others. */
export function newContact(tx: WriteTx, body: ContactBody, country: string | null) {
  const columns = contactColumnsOf(tx, body, undefined, country);
  refuseNameless(columns);
  const id = newId();
  tx.change.tell({
    kind: "contact.created",
    type: "contact",
    id,
    name: nameOf(columns),
    contactId: id,
    fields: { ...fieldsChanged({}, told(columns)), ...customChanges({}, body.custom ?? {}) },
    version: 1,
  });
  return {
    first_name: "",
    last_name: "",
    tag_ids: [],
    ...columns,
    custom: columns.custom ?? {},
    workspace_id: tx.actor.workspaceId,
    id,
    version: 1,
    created_at: tx.at,
    created_by: tx.actor.userId,
    updated_at: tx.at,
  };
}

type Telling = { readonly kind: FactKind; readonly extra?: Readonly<Record<string, { from: unknown; to: unknown }>> };

export async function saveContact(tx: WriteTx, before: ContactColumns, change: ContactChange, telling: Telling): Promise<void> {
  const after = changedContact(tx, before, change, telling);
  if (!after) return;
  const written = await tx.db
    .updateTable("contact")
    .set({ ...writable(change), version: after.version, updated_at: after.updated_at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
}

/** A person as they shall be, the fact told: written by itself, or with many others. Undefined: nothing changes. */
export function changedContact(tx: WriteTx, before: ContactColumns, change: ContactChange, telling: Telling): ContactColumns | undefined {
  const custom = change.custom === undefined ? {} : customChanges(before.custom as CustomValues, change.custom as CustomValues);
  const fields = { ...fieldsChanged(before as Record<string, unknown>, told(change)), ...custom, ...telling.extra };
  if (Object.keys(fields).length === 0) return undefined;
  const after = { ...before, ...change, version: before.version + 1, updated_at: tx.at };
  const { id, version } = after;
  tx.change.tell({ kind: telling.kind, type: "contact", id, name: nameOf(after), contactId: id, fields, version });
  return after;
}

export function nameOf(row: { readonly first_name?: string; readonly last_name?: string }): string {
  return `${row.first_name ?? ""} ${row.last_name ?? ""}`.trim();
}

/** jsonb is written as text. */
function writable({ custom, ...columns }: ContactChange) {
  return { ...columns, ...(custom === undefined ? {} : { custom: JSON.stringify(custom) }) };
}

function told(columns: ContactChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => !NOT_TOLD.has(column)));
}
