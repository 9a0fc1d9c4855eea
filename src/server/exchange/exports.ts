import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import { regionText } from "#domain/client/region.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { countryName } from "#domain/exchange/country.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { clientConditions } from "#server/client/list-clients.ts";
import { contactConditions } from "#server/contact/list-contacts.ts";
import { customColumnsOf } from "#server/exchange/custom-columns.ts";
import { downloadCsv, type Cell } from "#server/exchange/csv-download.ts";
import { OPPORTUNITY_ORDERS } from "#server/opportunity/list-opportunities.ts";
import type { Destination } from "#server/opportunity/opportunity-derived.ts";
import { conditionsOf } from "#server/opportunity/opportunity-filter.ts";
import { fullColumns, fullJoins, type FullRow } from "#server/opportunity/present-opportunity.ts";
import { withCustom, withCustomOrders } from "#server/custom-field/custom-conditions.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { joinsOf, orderOf, readKeyset } from "#server/platform/keyset.ts";
import { tagsColumn, withKnownTags, type SeenTag } from "#server/tag/tag-store.ts";
import { fileWords, type FileColumn } from "#words/file-words.ts";
import { parameterName } from "#words/parameter-words.ts";

const OPPORTUNITY_COLUMNS: readonly FileColumn[] = [
  "number",
  "name",
  "client",
  "stage",
  "outcome",
  "amount",
  "currency",
  "objective",
  "probability",
  "expectedCloseOn",
  "closedOn",
  "departsOn",
  "returnsOn",
  "destinations",
  "adults",
  "children",
  "infants",
  "freePlaces",
  "budgetPerPerson",
  "source",
  "manager",
  "team",
  "priority",
  "lostReason",
  "description",
  "tags",
  "createdAt",
];

/** What the list shows, in its order. */
export const exportOpportunities = handle(exchangeEndpoints.exportOpportunities, {
  subject: nothing,
  allow: (actor) => mayReadOpportunities(actor) && actor.rights.export,
  run: async ({ tx, query: { sort = "expectedCloseOn", ...asked }, effects }) => {
    const orders = await withCustomOrders(tx, "opportunity", { orders: OPPORTUNITY_ORDERS, sort });
    const keyset = readKeyset(orders, sort, { cursor: undefined, filters: asked });
    const filter = await withKnownTags(tx, await withCustom(tx, "opportunity", asked));
    const { rows } = await sql<FullRow>`select ${fullColumns(tx)}, null as cursor_values from opportunity o ${fullJoins} ${joinsOf(keyset)}
      where ${conditionsOf(tx, filter)} and o.deleted_at is null ${orderOf(keyset, sql.raw("o.id"))}`.execute(tx.db);
    const custom = await customColumnsOf(tx, "opportunity");
    const cells = (row: FullRow): Cell[] => [...opportunityCells(row, tx.actor.locale), ...custom.cells(row.custom)];
    await downloadCsv(tx, effects, { list: "opportunities", columns: OPPORTUNITY_COLUMNS, more: custom.headers, rows, cells });
  },
});

function opportunityCells(row: FullRow, locale: Locale): Cell[] {
  const words = fileWords[locale];
  const amount = (minor: string | null): string | null => (minor === null ? null : formatAmount(BigInt(minor), row.currency));
  const outcome = words[row.outcome as "open"];
  return [
    row.number,
    row.name,
    row.client_name,
    row.outcome === "open" ? parameterName("stage", row.stage, locale) : outcome,
    outcome,
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
    row.priority ? words.yes : words.no,
    row.reason && parameterName("lostReason", row.reason, locale),
    row.description,
    tagCell(row.tags),
    row.created_at.toISOString(),
  ];
}

const ADDRESS = ["street", "postalCode", "city", "region", "country"] as const;

const CLIENT_COLUMNS: readonly FileColumn[] = [
  "name",
  "kind",
  "status",
  "manager",
  "legalName",
  "registrationNumber",
  "vatNumber",
  ...ADDRESS,
  "phone",
  "email",
  "website",
  "language",
  "paymentTerms",
  "notes",
  "tags",
  "createdAt",
];

export const exportClients = handle(exchangeEndpoints.exportClients, {
  subject: nothing,
  allow: (actor) => mayReadClients(actor) && actor.rights.export,
  run: async ({ tx, query, effects }) => {
    const { locale } = tx.actor;
    const rows = await tx.db
      .selectFrom("client as c")
      .leftJoin("client_kind as k", (join) => join.onRef("k.workspace_id", "=", "c.workspace_id").onRef("k.id", "=", "c.kind_id"))
      .leftJoin("app_user as u", (join) => join.onRef("u.workspace_id", "=", "c.workspace_id").onRef("u.id", "=", "c.manager_id"))
      .selectAll("c")
      .select(["k.name as kind_name", "k.word as kind_word", "u.name as manager_name"])
      .select((_) => tagsColumn("client").as("tags"))
      .where(clientConditions(tx, await withKnownTags(tx, await withCustom(tx, "client", query))))
      .orderBy("c.name")
      .orderBy("c.id")
      .execute();
    const custom = await customColumnsOf(tx, "client");
    const cells = (row: (typeof rows)[number]): Cell[] => [
      row.name,
      row.kind_name === null ? null : parameterName("clientKind", { name: row.kind_name, word: row.kind_word }, locale),
      fileWords[locale].status[row.status as "client"],
      row.manager_name,
      row.legal_name,
      row.registration_number,
      row.vat_number,
      ...addressCells(row, locale),
      row.phone,
      row.email,
      row.website,
      row.language,
      row.payment_terms,
      row.notes,
      tagCell(row.tags),
      row.created_at.toISOString(),
      ...custom.cells(row.custom),
    ];
    await downloadCsv(tx, effects, { list: "clients", columns: CLIENT_COLUMNS, more: custom.headers, rows, cells });
  },
});

const CONTACT_COLUMNS: readonly FileColumn[] = [
  "firstName",
  "lastName",
  "gender",
  "jobTitle",
  "email",
  "phone",
  ...ADDRESS,
  "language",
  "newsletter",
  "client",
  "notes",
  "tags",
  "createdAt",
];

export const exportContacts = handle(exchangeEndpoints.exportContacts, {
  subject: nothing,
  allow: (actor) => mayReadContacts(actor) && actor.rights.export,
  run: async ({ tx, query, effects }) => {
    const { yes, no, gender } = fileWords[tx.actor.locale];
    const rows = await tx.db
      .selectFrom("contact as c")
      .selectAll("c")
      .select((_) => tagsColumn("contact").as("tags"))
      .select((_) =>
        sql<string | null>`(select n.name from client_contact l join client n on n.workspace_id = l.workspace_id and n.id = l.client_id
          where l.workspace_id = c.workspace_id and l.contact_id = c.id and n.deleted_at is null order by l.is_main desc, n.name limit 1)`.as(
          "client_name",
        ),
      )
      .where(contactConditions(tx, await withKnownTags(tx, await withCustom(tx, "contact", query))))
      .orderBy("c.last_name")
      .orderBy("c.id")
      .execute();
    const custom = await customColumnsOf(tx, "contact");
    const cells = (row: (typeof rows)[number]): Cell[] => [
      row.first_name,
      row.last_name,
      row.gender === null ? null : gender[row.gender as "male"],
      row.job_title,
      row.email,
      row.phone,
      ...addressCells(row, tx.actor.locale),
      row.language,
      row.newsletter === null ? null : row.newsletter ? yes : no,
      row.client_name,
      row.notes,
      tagCell(row.tags),
      row.created_at.toISOString(),
      ...custom.cells(row.custom),
    ];
    await downloadCsv(tx, effects, { list: "contacts", columns: CONTACT_COLUMNS, more: custom.headers, rows, cells });
  },
});

const tagCell = (tags: readonly SeenTag[]): Cell => tags.map(({ name }) => name).join("; ");

type Address = { readonly [Part in "street" | "postal_code" | "city" | "region" | "country"]: string | null };

/** Regions and countries by their names, which the import knows again. */
function addressCells({ street, postal_code, city, region, country }: Address, locale: Locale): Cell[] {
  return [street, postal_code, city, region && regionText(region, country, locale), country && countryName(country, locale)];
}
