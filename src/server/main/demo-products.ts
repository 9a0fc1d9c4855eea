import { sql } from "kysely";
import { durationOf } from "#domain/opportunity/dates.ts";
import { readPeriods, type PricePeriod } from "#domain/product/price-period.ts";
import { dayOf, daysBetween, partsOf, type Day } from "#domain/shared/day.ts";
import { fieldsChanged } from "#domain/shared/fact.ts";
import { formatAmount, parseAmount } from "#domain/shared/money.ts";
import { foldText } from "#domain/shared/text.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { DEMO_CATALOGUE, DEMO_PARTS } from "#server/main/demo-catalogue.ts";
import type { DemoClock } from "#server/main/demo-clock.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { placed, saveOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { tellLines } from "#server/product/line-store.ts";
import { insertProduct } from "#server/product/product-store.ts";
import { insertSupplier } from "#server/product/supplier-store.ts";

/** The catalogue, and what is being sold in the opportunities that got as far as a quote. */
export async function tellDemoProducts(tx: WriteTx, clock: DemoClock): Promise<void> {
  const suppliers = await tellCatalogue(tx);
  const { rows } = await sql<OpportunityColumns & { language: "en" | "fr" | "it" | null }>`
    select o.*, c.language from opportunity o
    join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
    join stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
    where o.workspace_id = ${tx.actor.workspaceId} and o.outcome = 'open' and s.position >= 2 and o.pax > 0 and o.value_kind = 'fixed'
      and o.amount_minor > 0 order by o.number`.execute(tx.db);
  for (const [index, row] of rows.entries()) await tellLinesOf(clock, row, { suppliers, index });
}

async function tellCatalogue(tx: WriteTx): Promise<ReadonlyMap<string, string>> {
  const suppliers = new Map<string, string>();
  for (const line of DEMO_CATALOGUE.trim().split("\n")) {
    const [supplier = "", country = "", city = "", name = "", type = "", capacity = "", category = "", cost = "", price = ""] =
      line.split("|");
    const supplierId = suppliers.get(supplier) ?? (await insertSupplier(tx, { name: supplier, country, city, email: mailOf(supplier) }));
    suppliers.set(supplier, supplierId);
    await insertProduct(tx, {
      name,
      supplier_id: supplierId,
      country,
      place: STAYS.has(category) ? city : null,
      periods: periodsOf(tx.today, { name, category, cost, price }) as never,
      quantity_type: type,
      capacity: capacity === "" ? null : Number(capacity),
      category,
      unit_cost: cost,
      unit_price: price,
    });
  }
  return suppliers;
}

const mailOf = (supplier: string): string => `contact@${foldText(supplier).replaceAll(/[^a-z0-9]+/g, "-")}.example`;

/** What is where its supplier is. */
const STAYS: ReadonlySet<string> = new Set(["accommodation", "meal", "visit"]);

type Listed = { readonly name: string; readonly category: string; readonly cost: string; readonly price: string };

/** Nights have seasons, in some hotels with dearer weekends; visits a price of this year and the next. */
function periodsOf(today: Day, { name, category, cost, price }: Listed): PricePeriod[] {
  const { year } = partsOf(today);
  const raised = (amount: string, percent: bigint): string =>
    formatAmount((((parseAmount(amount, "EUR") ?? 0n) * percent) / 5000n) * 50n, "EUR");
  if (category === "visit")
    return [year, year + 1].map((of, index) => ({
      ...EVERY_DAY,
      from: dayOf(of, 1, 1),
      until: dayOf(of, 12, 31),
      cost: raised(cost, index === 0 ? 100n : 103n),
      price: raised(price, index === 0 ? 100n : 103n),
    }));
  if (category !== "accommodation") return [];
  const seasons = seasonsOf(today, { cost, price });
  if (!name.startsWith("Hôtel")) return seasons;
  const weekends = seasons.map((season) => ({
    ...season,
    weekdays: [5, 6],
    cost: season.cost && raised(season.cost, 112n),
    price: season.price && raised(season.price, 112n),
    allotment: "20 chambres jusqu’à 60 jours avant l’arrivée",
  }));
  return [...seasons, ...weekends];
}

const EVERY_DAY = { weekdays: null, currency: null, quantityType: null, allotment: null };

/** Nights cost less in winter and a little more next year: from the last spring or autumn on, three half years. */
function seasonsOf(today: Day, { cost, price }: { readonly cost: string; readonly price: string }): PricePeriod[] {
  const { year, month } = partsOf(today);
  const first = month < 4 ? 2 * year - 1 : month < 11 ? 2 * year : 2 * year + 1;
  const seasons = [0, 1, 2].map((step) => {
    const [of, isSummer] = [Math.floor((first + step) / 2), (first + step) % 2 === 0];
    const percent = (isSummer ? 100n : 84n) + (step === 2 ? 4n : 0n);
    // Half euros, as price lists are.
    const at = (amount: string): string => formatAmount((((parseAmount(amount, "EUR") ?? 0n) * percent) / 5000n) * 50n, "EUR");
    const [from, until] = isSummer ? [dayOf(of, 4, 1), dayOf(of, 10, 31)] : [dayOf(of, 11, 1), dayOf(of + 1, 3, 31)];
    return { from, until, cost: at(cost), price: at(price) };
  });
  return readPeriods(seasons);
}

type Place = { readonly suppliers: ReadonlyMap<string, string>; readonly index: number };

async function tellLinesOf(
  clock: DemoClock,
  row: OpportunityColumns & { language: "en" | "fr" | "it" | null },
  { suppliers, index }: Place,
): Promise<void> {
  const { language, ...opportunity } = row;
  const now = clock.daysAgo(0);
  clock.another();
  const touched = daysBetween(dayInZone(opportunity.last_touch_at.toISOString(), now.agency.timezone), now.today);
  const tx = clock.daysAgo(touched, 17, opportunity.manager_id ?? undefined);
  const days = durationOf(opportunity.departs_on, opportunity.returns_on)?.days ?? 1;
  const counts = { person: (opportunity.pax ?? 1) - (opportunity.free_places ?? 0), group: 1, day: days };
  const lines = DEMO_PARTS.map((part, position) => {
    // Whole euros, as prices are; together they come near the amount and not upon it.
    const price = Math.max(1, Math.round((Number(opportunity.amount_minor) * part.share) / 100 / counts[part.unit]));
    return {
      workspace_id: tx.actor.workspaceId,
      opportunity_id: opportunity.id,
      id: newId(),
      position,
      product_id: null,
      supplier_id: (part.supplier === null ? undefined : suppliers.get(part.supplier)) ?? null,
      name: part.name[language ?? "fr"],
      unit: part.unit,
      quantity: String(counts[part.unit]),
      unit_price: String(price),
      unit_cost: (price * (part.cost + (index % 5) * 0.012)).toFixed(2),
      created_at: tx.at,
      deleted_at: null,
      converted_from: null,
    };
  });
  await tx.db.insertInto("product_line").values(lines).execute();
  // Two of three follow their products; the others keep the amount that was typed.
  const follows = index % 3 > 0 ? { amount_source: "products", products_minor: opportunity.amount_minor } : {};
  const following = await saveOpportunity(tx, placed(opportunity), follows, "toldElsewhere");
  await tellLines(
    tx,
    following,
    lines.map((line) => ({ kind: "productLine.added", line, fields: fieldsChanged({}, { name: line.name, quantity: line.quantity }) })),
  );
  await tx.change.flush();
}
