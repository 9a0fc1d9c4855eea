import { stringify } from "csv-stringify/sync";
import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { neutralise } from "#domain/exchange/formulas.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { clientConditions } from "#server/client/list-clients.ts";
import { contactConditions } from "#server/contact/list-contacts.ts";
import type { Destination } from "#server/opportunity/opportunity-derived.ts";
import { conditionsOf } from "#server/opportunity/opportunity-filter.ts";
import { fullColumns, fullJoins, type FullRow } from "#server/opportunity/present-opportunity.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import type { Effects } from "#server/platform/request.ts";
import { fileWords } from "#words/file-words.ts";
import { parameterName } from "#words/parameter-words.ts";

type Cell = string | number | null | undefined;

/** A file that a spreadsheet opens as it is, and that can be imported again: formulas are made text, amounts have a point. */
function download(effects: Effects, name: string, rows: readonly (readonly Cell[])[]): void {
  const body = stringify(rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutralise(cell) : (cell ?? "")))));
  effects.download({ name: `${name}.csv`, type: "text/csv; charset=utf-8", body: `\uFEFF${body}` });
}

const OPPORTUNITY_HEADERS = [
  "Number",
  "Name",
  "Client",
  "Stage",
  "Outcome",
  "Amount",
  "Currency",
  "Objective",
  "Probability",
  "Expected close date",
  "Closed",
  "Departure",
  "Return",
  "Destinations",
  "Adults",
  "Children",
  "Infants",
  "Free places",
  "Budget per person",
  "Source",
  "Manager",
  "Team",
  "Priority",
  "Lost reason",
  "Description",
  "Created",
];

export const exportOpportunities = handle(exchangeEndpoints.exportOpportunities, {
  subject: nothing,
  allow: (actor) => mayReadOpportunities(actor) && actor.rights.export,
  run: async ({ tx, query: { sort: _sort, ...filter }, effects, request }) => {
    const { rows } = await sql<FullRow>`select ${fullColumns(tx)} from opportunity o ${fullJoins}
      where ${conditionsOf(tx, filter)} and o.deleted_at is null order by o.expected_close_on nulls last, o.id`.execute(tx.db);
    download(effects, "opportunities", [OPPORTUNITY_HEADERS, ...rows.map((row) => opportunityCells(row, request.locale))]);
  },
});

function opportunityCells(row: FullRow, locale: Locale): Cell[] {
  const { yes, no } = fileWords[locale];
  const amount = (minor: string | null): string | null => (minor === null ? null : formatAmount(BigInt(minor), row.currency));
  return [
    row.number,
    row.name,
    row.client_name,
    row.outcome === "open" ? parameterName("stage", row.stage, locale) : row.outcome,
    row.outcome,
    row.amount_minor === "0" ? null : amount(row.amount_minor),
    row.currency,
    amount(row.objective_minor),
    row.probability_percent,
    row.outcome === "open" ? row.expected_close_on : row.closed_on,
    row.closed_on,
    row.departs_on,
    row.returns_on,
    (row.destinations as unknown as readonly Destination[]).map(({ place }) => place).join("; "),
    row.adults,
    row.children,
    row.infants,
    row.free_places,
    amount(row.budget_minor),
    row.source && parameterName("source", row.source, locale),
    row.manager_name,
    row.team_name,
    row.priority ? yes : no,
    row.reason && parameterName("lostReason", row.reason, locale),
    row.description,
    row.created_at.toISOString(),
  ];
}

export const exportClients = handle(exchangeEndpoints.exportClients, {
  subject: nothing,
  allow: (actor) => mayReadClients(actor) && actor.rights.export,
  run: async ({ tx, query, effects, request }) => {
    const rows = await tx.db
      .selectFrom("client as c")
      .leftJoin("client_kind as k", (join) => join.onRef("k.workspace_id", "=", "c.workspace_id").onRef("k.id", "=", "c.kind_id"))
      .leftJoin("app_user as u", (join) => join.onRef("u.workspace_id", "=", "c.workspace_id").onRef("u.id", "=", "c.manager_id"))
      .selectAll("c")
      .select(["k.name as kind_name", "k.word as kind_word", "u.name as manager_name"])
      .where(clientConditions(tx, query))
      .orderBy("c.name")
      .orderBy("c.id")
      .execute();
    const kind = (row: (typeof rows)[number]): Cell =>
      row.kind_name === null ? null : parameterName("clientKind", { name: row.kind_name, word: row.kind_word }, request.locale);
    const headers =
      "Name,Kind,Status,Manager,Legal name,Registration number,VAT number,Street,Postal code,City,Region,Country,Phone,E-mail,Website,Language,Payment terms,Notes,Created";
    download(effects, "clients", [
      headers.split(","),
      ...rows.map((row) => [
        row.name,
        kind(row),
        row.status,
        row.manager_name,
        row.legal_name,
        row.registration_number,
        row.vat_number,
        ...addressCells(row),
        row.phone,
        row.email,
        row.website,
        row.language,
        row.payment_terms,
        row.notes,
        row.created_at.toISOString(),
      ]),
    ]);
  },
});

export const exportContacts = handle(exchangeEndpoints.exportContacts, {
  subject: nothing,
  allow: (actor) => mayReadContacts(actor) && actor.rights.export,
  run: async ({ tx, query, effects, request }) => {
    const { yes, no } = fileWords[request.locale];
    const rows = await tx.db
      .selectFrom("contact as c")
      .selectAll("c")
      .select((_) =>
        sql<string | null>`(select n.name from client_contact l join client n on n.workspace_id = l.workspace_id and n.id = l.client_id
          where l.workspace_id = c.workspace_id and l.contact_id = c.id and n.deleted_at is null order by l.is_main desc, n.name limit 1)`.as(
          "client_name",
        ),
      )
      .where(contactConditions(tx, query))
      .orderBy("c.last_name")
      .orderBy("c.id")
      .execute();
    const headers =
      "First name,Last name,Gender,Job title,E-mail,Phone,Street,Postal code,City,Region,Country,Language,Newsletter,Client,Notes,Created";
    download(effects, "contacts", [
      headers.split(","),
      ...rows.map((row) => [
        row.first_name,
        row.last_name,
        row.gender,
        row.job_title,
        row.email,
        row.phone,
        ...addressCells(row),
        row.language,
        row.newsletter === null ? null : row.newsletter ? yes : no,
        row.client_name,
        row.notes,
        row.created_at.toISOString(),
      ]),
    ]);
  },
});

type Address = { readonly [Part in "street" | "postal_code" | "city" | "region" | "country"]: string | null };

function addressCells({ street, postal_code, city, region, country }: Address): Cell[] {
  return [street, postal_code, city, region, country];
}
