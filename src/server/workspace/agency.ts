import { workspaceEndpoints } from "#contract/workspace.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { isTimeZone } from "#domain/shared/zone.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { forgetIdentities } from "#server/platform/forget-identities.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";

async function getAgency(tx: ReadTx) {
  return tx.db.selectFrom("workspace").selectAll().where("workspace_id", "=", tx.actor.workspaceId).executeTakeFirstOrThrow();
}

function present(row: Awaited<ReturnType<typeof getAgency>>) {
  return {
    name: row.name,
    country: row.country,
    language: row.language as Locale,
    currency: row.currency,
    timezone: row.timezone,
    defaultRatePercent: row.default_rate_percent.replace(/\.?0+$/, ""),
    defaultRateMode: row.default_rate_mode as "markup" | "margin",
    hasLogo: row.logo !== null,
    version: row.version,
  };
}

export const showWorkspace = handle(workspaceEndpoints.showWorkspace, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => present(await getAgency(tx)),
});

export const editWorkspace = handle(workspaceEndpoints.editWorkspace, {
  subject: ({ tx }) => getAgency(tx),
  allow: mayChangeSettings,
  current: async (_tx, subject) => present(subject),
  run: async ({ tx, subject, body }) => {
    if (body.timezone !== undefined && !isTimeZone(body.timezone)) throw refuseField("/timezone", "timezone.unknown");
    const { logo, defaultRatePercent, defaultRateMode, ...plain } = body;
    const picture = logo === undefined ? {} : logoColumns(logo);
    const set = {
      ...plain,
      ...(defaultRatePercent ? { default_rate_percent: defaultRatePercent } : {}),
      ...(defaultRateMode ? { default_rate_mode: defaultRateMode } : {}),
    };
    await tx.db
      .updateTable("workspace")
      .set({ ...set, ...picture, version: subject.version + 1 })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .execute();
    await forgetIdentities(tx.db);
    const fields: Record<string, { from: unknown; to: unknown }> = Object.fromEntries(
      Object.entries(set).map(([field, to]) => [field, { from: subject[field as keyof typeof subject], to }]),
    );
    if (logo !== undefined) fields["logo"] = { from: subject.logo ? "picture" : null, to: logo ? "picture" : null };
    tx.change.tell({ kind: "workspace.edited", type: "workspace", id: tx.actor.workspaceId, name: body.name ?? subject.name, fields });
    return present(await getAgency(tx));
  },
});

/** Kinds of picture, by their first bytes: what the name says is not believed. */
const PICTURES: readonly { readonly type: string; readonly begins: string }[] = [
  { type: "image/png", begins: "89504e470d0a1a0a" },
  { type: "image/jpeg", begins: "ffd8ff" },
  { type: "image/webp", begins: "52494646" },
];

/** A data URL of a PNG, JPEG or WebP picture of at most 500 kB. */
export function logoColumns(logo: string | null): { logo: Buffer | null; logo_type: string | null } {
  if (logo === null) return { logo: null, logo_type: null };
  const bytes = Buffer.from(/^data:image\/(?:png|jpeg|webp);base64,([A-Za-z0-9+/=]+)$/.exec(logo)?.[1] ?? "", "base64");
  const picture = PICTURES.find(({ begins }) => bytes.toString("hex", 0, begins.length / 2) === begins);
  if (!picture || bytes.length > 500_000) throw refuseField("/logo", "logo.invalid");
  return { logo: bytes, logo_type: picture.type };
}
