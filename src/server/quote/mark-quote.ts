import { quoteMarkEndpoints } from "#contract/quote-mark-endpoints.ts";
import { mayEditQuote, mayMarkQuote, type PlacedQuote } from "#domain/quote/policy.ts";
import { preparedSheet, figuresOf } from "#domain/quote/quote-figures.ts";
import { mayAccept, mayDecline, maySend, refuseStatus, statusWithoutYes, type StoredStatus } from "#domain/quote/quote-status.ts";
import { isAlike } from "#domain/shared/alike.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { acceptedOf, chosenOf } from "#server/opportunity/opportunity-quotes.ts";
import { findOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { lockRecords } from "#server/platform/lock-records.ts";
import { showOneVersion } from "#server/quote/present-version.ts";
import { markOf, putMarks } from "#server/quote/quote-marks.ts";
import { setStatuses, type Statuses } from "#server/quote/quote-statuses.ts";
import { agencyOf, getQuote, getVersion, tellQuote, touchBy, type StoredQuote, type StoredVersion } from "#server/quote/quote-store.ts";

/** A version with its quote and the opportunity whose marks it may bear; the version asked for in If-Match is the sheet's. */
export type Standing = PlacedQuote & {
  readonly id: string;
  readonly version: number;
  readonly quote: StoredQuote;
  readonly sheetVersion: StoredVersion;
  readonly opportunity: StoredOpportunity | undefined;
};

type Params = { readonly params: { readonly id: string; readonly number: number } };

/** Marks are the opportunity's: two quotes of one wait for each other. */
export async function standingOf({ tx, params }: Params & { readonly tx: ReadTx }): Promise<Standing> {
  const quote = await getQuote(tx, params.id);
  if (quote.opportunity_id !== null) await lockRecords(tx, [quote.opportunity_id]);
  const sheetVersion = await getVersion(tx, quote.id, params.number);
  const opportunity = quote.opportunity_id === null ? undefined : await findOpportunity(tx, quote.opportunity_id);
  const { id, managerId, teamId, opportunityId } = quote;
  return { id, managerId, teamId, opportunityId, version: sheetVersion.version, quote, sheetVersion, opportunity };
}

const currentOf = (tx: ReadTx, { quote, sheetVersion }: Standing) => showOneVersion(tx, quote, sheetVersion.number);
const stands = ({ status, frozen_at }: StoredVersion) => ({ status: status as StoredStatus, isFrozen: frozen_at !== null });

export const sendQuote = handle(quoteMarkEndpoints.sendQuote, {
  subject: standingOf,
  allow: mayEditQuote,
  current: currentOf,
  run: async ({ tx, subject }) => {
    await send(tx, subject);
    return showStanding(tx, subject);
  },
});

export async function send(tx: WriteTx, subject: Standing): Promise<void> {
  const { quote, sheetVersion } = subject;
  refuseStatus(maySend(stands(sheetVersion)), stands(sheetVersion));
  refuseUnreckoned(tx, sheetVersion);
  const earlier = await sentVersions(tx, quote.id, sheetVersion.id);
  const statuses = Object.fromEntries(earlier.map((id) => [id, "superseded" as const]));
  await tellStanding(tx, subject, "quote.sent", await setStatuses(tx, { ...statuses, [sheetVersion.id]: "sent" }));
}

/** What the client gets has a price at every base; a group below the smallest is one's own affair. */
function refuseUnreckoned(tx: ReadTx, version: StoredVersion): void {
  const agency = agencyOf(tx, version);
  if (!preparedSheet(version.sheet, agency)) throw new Refusal("request.invalid", {}, figuresOf(version.sheet, agency).problems);
}

async function sentVersions(tx: ReadTx, quoteId: string, but: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("quote_version")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("quote_id", "=", quoteId)
    .where("status", "=", "sent")
    .where("id", "<>", but)
    .execute();
  return rows.map(({ id }) => id);
}

export const acceptQuote = handle(quoteMarkEndpoints.acceptQuote, {
  subject: standingOf,
  allow: mayMarkQuote,
  current: currentOf,
  run: async ({ tx, subject, body }) => {
    await accept(tx, subject, body);
    return showStanding(tx, subject);
  },
});

type Group = Parameters<typeof markOf>[2];

export async function accept(tx: WriteTx, subject: Standing, { replace, ...group }: Group & { readonly replace: boolean }): Promise<void> {
  const { quote, sheetVersion: version } = subject;
  const opportunity = opportunityOf(subject);
  refuseStatus(mayAccept(stands(version)), stands(version));
  const other = acceptedOf(opportunity);
  if (other && !replace) throw new Refusal("quote.otherAccepted", { quoteId: other.quoteId, version: other.number });
  const mark = await markOf(tx, { quote, version, opportunity }, group);
  const replaced: Statuses = other ? { [other.versionId]: "superseded" } : {};
  const statuses = await setStatuses(tx, { ...replaced, [version.id]: "accepted" });
  const marks = await putMarks(tx, opportunity, { chosen: mark, accepted: mark });
  await tellStanding(tx, subject, "quote.accepted", { ...statuses, ...marks });
}

export const unacceptQuote = handle(quoteMarkEndpoints.unacceptQuote, {
  subject: standingOf,
  allow: mayMarkQuote,
  run: async ({ tx, subject }) => {
    const { sheetVersion } = subject;
    const opportunity = opportunityOf(subject);
    if (acceptedOf(opportunity)?.versionId !== sheetVersion.id) throw new Refusal("quote.notMarked");
    const statuses = await setStatuses(tx, { [sheetVersion.id]: statusWithoutYes(sheetVersion.sent_at !== null) });
    const marks = await putMarks(tx, opportunity, { accepted: null });
    await tellStanding(tx, subject, "quote.unaccepted", { ...statuses, ...marks });
    return showStanding(tx, subject);
  },
});

export const declineQuote = handle(quoteMarkEndpoints.declineQuote, {
  subject: standingOf,
  allow: mayEditQuote,
  run: async ({ tx, subject, body }) => {
    await decline(tx, subject, body.reason ?? null);
    return showStanding(tx, subject);
  },
});

export async function decline(tx: WriteTx, subject: Standing, reason: string | null): Promise<void> {
  const { sheetVersion } = subject;
  refuseStatus(mayDecline(stands(sheetVersion)), stands(sheetVersion));
  const statuses = await setStatuses(tx, { [sheetVersion.id]: "declined" }, { decline_reason: reason });
  await tellStanding(tx, subject, "quote.declined", { ...statuses, ...(reason ? { reason: { from: null, to: reason } } : {}) });
}

export const chooseQuote = handle(quoteMarkEndpoints.chooseQuote, {
  subject: standingOf,
  allow: mayMarkQuote,
  current: currentOf,
  run: async ({ tx, subject, body }) => {
    await choose(tx, subject, body);
    return showStanding(tx, subject);
  },
});

export async function choose(tx: WriteTx, subject: Standing, group: Group): Promise<void> {
  const { quote, sheetVersion: version } = subject;
  const opportunity = opportunityOf(subject);
  const mark = await markOf(tx, { quote, version, opportunity }, group);
  if (isAlike(mark, chosenOf(opportunity))) return;
  await tellStanding(tx, subject, "quote.chosen", await putMarks(tx, opportunity, { chosen: mark }));
}

export const unchooseQuote = handle(quoteMarkEndpoints.unchooseQuote, {
  subject: standingOf,
  allow: mayMarkQuote,
  run: async ({ tx, subject }) => {
    const opportunity = opportunityOf(subject);
    if (chosenOf(opportunity)?.versionId !== subject.sheetVersion.id) throw new Refusal("quote.notMarked");
    await tellStanding(tx, subject, "quote.unchosen", await putMarks(tx, opportunity, { chosen: null }));
    return showStanding(tx, subject);
  },
});

/** Only an opportunity has marks. */
function opportunityOf({ opportunity }: Standing): StoredOpportunity {
  if (!opportunity) throw refuseField("/opportunityId", "value.required");
  return opportunity;
}

async function tellStanding(tx: WriteTx, { quote, sheetVersion }: Standing, kind: FactKind, fields: FactFields): Promise<void> {
  const { number } = sheetVersion;
  const version = (await getVersion(tx, quote.id, number)).version;
  tellQuote(tx, quote, { kind, fields: { version_number: { from: null, to: number }, ...fields }, version });
  await touchBy(tx, quote);
}

async function showStanding(tx: ReadTx, { quote, sheetVersion }: Standing) {
  return showOneVersion(tx, await getQuote(tx, quote.id), sheetVersion.number);
}
