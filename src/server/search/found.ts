import type { Found, SearchKind, SearchMatch } from "#contract/search.ts";
import { plainMessage } from "#domain/message/message.ts";
import { foldText } from "#domain/shared/text.ts";
import { nearness, spansOf } from "#domain/shared/text-match.ts";
import { nationalPhone } from "#server/contact/phone-number.ts";
import { moneyOf } from "#server/opportunity/present-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { parameterName } from "#words/parameter-words.ts";

type Word = { readonly name: string; readonly word: string | null };

/** What the kinds tell of themselves; each leaves out what it has not. */
export type FoundRow = {
  readonly id: string;
  readonly name: string;
  readonly legalName?: string | null;
  readonly number?: string | null;
  readonly opportunity?: string | null;
  readonly author?: string;
  readonly client?: string | null;
  readonly persons?: string | null;
  readonly places?: string | null;
  readonly city?: string | null;
  readonly day?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly website?: string | null;
  readonly text?: string | null;
  readonly outcome?: "open" | "won" | "lost";
  readonly stageId?: string;
  readonly stage?: Word;
  readonly reason?: Word | null;
  readonly status?: "prospect" | "client";
  readonly kind?: Found["activityKind"];
  readonly isDone?: boolean;
  readonly amountMinor?: string;
  readonly currency?: string;
  readonly opportunityId?: string | null;
  readonly clientId?: string | null;
  readonly contactId?: string | null;
};

type Asked = { readonly type: SearchKind; readonly row: FoundRow; readonly terms: readonly string[]; readonly isNear: boolean };

export function foundOf(tx: ReadTx, { type, row, terms, isNear }: Asked): Found {
  return {
    type,
    id: row.id,
    name: type === "message" ? around(plainMessage(row.name), terms) : row.name,
    number: type === "opportunity" || type === "quote" ? (row.number ?? null) : null,
    opportunity: row.opportunity ?? null,
    author: row.author ?? null,
    client: row.client ?? null,
    place: row.places ?? row.city ?? null,
    day: row.day ?? null,
    outcome: row.outcome ?? null,
    stageId: row.stageId ?? null,
    state: stateOf(tx, row),
    status: row.status ?? null,
    activityKind: row.kind ?? null,
    isDone: row.isDone ?? null,
    amount: row.amountMinor === undefined || row.currency === undefined ? null : moneyOf(row.amountMinor, row.currency),
    ...matchOf(fieldsOf(row, tx.agency.country), terms, isNear),
    opens: opened(type, row),
  };
}

function stateOf(tx: ReadTx, { outcome, stage, reason }: FoundRow): string | null {
  if (outcome === "open" && stage) return parameterName("stage", stage, tx.actor.locale);
  return outcome === "lost" && reason ? parameterName("lostReason", reason, tx.actor.locale) : null;
}

function opened(type: SearchKind, { id, opportunityId, clientId, contactId }: FoundRow): Found["opens"] {
  if (type === "quote") return { type, id };
  if (opportunityId) return { type: "opportunity", id: opportunityId };
  if (clientId) return { type: "client", id: clientId };
  return contactId ? { type: "contact", id: contactId } : { type, id };
}

type Field = { readonly field: SearchMatch; readonly text: string; readonly figures?: string };

/** In the order they are told: what a term was found in first counts. */
function fieldsOf(row: FoundRow, country: string): Field[] {
  const fields: [SearchMatch, string | null | undefined][] = [
    ["name", row.name],
    ["number", row.number],
    ["client", row.client],
    ["contact", row.persons],
    ["place", row.places ?? row.city],
    ["email", row.email],
    ["name", row.legalName],
    ["website", row.website],
    ["text", row.text],
  ];
  return [
    ...fields.flatMap(([field, text]) => (text ? [{ field, text }] : [])),
    ...(row.phone ? [{ field: "phone" as const, text: nationalPhone(row.phone, country), figures: row.phone.replace(/\D/g, "") }] : []),
  ];
}

/** Where the terms were found; when each is in the name, the name alone is told. */
function matchOf(fields: readonly Field[], terms: readonly string[], isNear: boolean): Pick<Found, "matched" | "matchedText"> {
  const found = terms.flatMap((term) => (isNear ? nearestField(fields, term) : holdingField(fields, term)) ?? []);
  const [name] = fields;
  const told = found.find((field) => field !== name);
  if (!told) return { matched: "name", matchedText: null };
  return { matched: told.field, matchedText: told.field === "text" ? around(told.text, terms) : told.text };
}

function holdingField(fields: readonly Field[], term: string): Field | undefined {
  const folded = foldText(term);
  const figures = term.replace(/^0+/, "");
  return fields.find((field) => foldText(field.text).includes(folded) || (/^\d{4,}$/.test(term) && field.figures?.includes(figures)));
}

function nearestField(fields: readonly Field[], term: string): Field | undefined {
  const [nearest] = fields
    .map((field) => ({ field, near: nearness(field.text, term) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near);
  return nearest?.field;
}

const SHOWN = 90;

/** Of a long text, the letters around the first word that was found. */
function around(text: string, terms: readonly string[]): string {
  const [from = 0] = spansOf(text, terms)[0] ?? [];
  if (text.length <= SHOWN) return text.replace(/\s+/g, " ");
  const start = from < 24 ? 0 : text.indexOf(" ", from - 24) + 1;
  const piece = text.slice(start, start + SHOWN).replace(/\s+/g, " ");
  return `${start > 0 ? "… " : ""}${piece}${start + SHOWN < text.length ? " …" : ""}`.trim();
}
