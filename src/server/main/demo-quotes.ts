import { sql } from "kysely";
import type { QuantityType, ProductCategory } from "#domain/product/product.ts";
import { readPeriods } from "#domain/product/price-period.ts";
import { dateOfDay, newDay, newLine, type QuoteSheet, type SheetDay, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { asTemplate, lineOfProduct, sheetFromTrip, type CatalogueProduct } from "#domain/quote/sheet-from.ts";
import { addDays, daysBetween } from "#domain/shared/day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import type { DemoClock } from "#server/main/demo-clock.ts";
import { DEMO_PROGRAMMES, DEMO_TEMPLATES, PLAN_OF_PAYMENT, type DemoProgramme } from "#server/main/demo-programmes.ts";
import { plainDecimal, type Destination, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { accept, choose, decline, send, standingOf } from "#server/quote/mark-quote.ts";
import { insertQuote, insertVersion, sheetStart } from "#server/quote/new-quote.ts";
import { insertTemplate } from "#server/quote/quote-templates.ts";
import { getQuote, getVersion } from "#server/quote/quote-store.ts";

type Fate = "draft" | "sent" | "expired" | "declined" | "superseded" | "accepted" | "replaced" | "chosen";

/** What becomes of the quotes, one after the other; the ones in dollars and the long one among them. */
const FATES: readonly { readonly fate: Fate; readonly currency?: "USD"; readonly isLong?: boolean }[] = [
  { fate: "draft", isLong: true },
  { fate: "chosen" },
  { fate: "accepted" },
  { fate: "sent", currency: "USD" },
  { fate: "superseded" },
  { fate: "declined" },
  { fate: "expired" },
  { fate: "replaced" },
  { fate: "draft" },
  { fate: "sent" },
  { fate: "draft", currency: "USD" },
  { fate: "sent" },
  { fate: "declined", currency: "USD" },
  { fate: "superseded" },
  { fate: "draft" },
  { fate: "sent" },
  { fate: "expired" },
  { fate: "draft" },
  { fate: "sent", currency: "USD" },
  { fate: "draft" },
  { fate: "superseded" },
  { fate: "sent" },
  { fate: "draft" },
  { fate: "declined" },
];

type Row = OpportunityColumns & { readonly language: "en" | "fr" | "it" | null; readonly contact_id: string | null };

/** 25 quotes in every status, of opportunities that got as far as a quote, and five templates; by the verbs everyone uses. */
export async function tellDemoQuotes(tx: WriteTx, clock: DemoClock): Promise<void> {
  await knowDollars(tx);
  const catalogue = await catalogueOf(tx);
  const { rows } = await sql<Row>`
    select o.*, c.language, (select l.contact_id from opportunity_contact l
      where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and l.is_main) as contact_id
    from opportunity o
    join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
    join stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
    where o.workspace_id = ${tx.actor.workspaceId} and o.outcome = 'open' and s.position >= 2 and o.pax >= 10 and o.value_kind = 'fixed'
      and o.currency = ${tx.agency.currency} and o.departs_on is not null order by o.number`.execute(tx.db);
  for (const [index, told] of FATES.entries()) {
    const row = rows[index % rows.length];
    if (!row) return;
    clock.another();
    await tellQuote({ clock, catalogue, row }, told);
  }
  await tellTemplates(clock.daysAgo(40), catalogue);
}

/** Some quotes are in dollars: as long as nobody gave another rate, of some days ago. */
async function knowDollars(tx: WriteTx): Promise<void> {
  const rate = { currency: "USD", on_day: addDays(tx.today, -9), rate: "0.9213", source: "BCE" };
  await tx.db
    .insertInto("exchange_rate")
    .values({ workspace_id: tx.actor.workspaceId, ...rate })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Telling = { readonly clock: DemoClock; readonly catalogue: readonly CatalogueProduct[]; readonly row: Row };

async function tellQuote({ clock, catalogue, row }: Telling, { fate, currency, isLong }: (typeof FATES)[number]): Promise<void> {
  const now = clock.daysAgo(0);
  clock.another();
  const touched = daysBetween(dayInZone(row.last_touch_at.toISOString(), now.agency.timezone), now.today);
  const on = (): WriteTx => clock.daysAgo(touched, 16, row.manager_id ?? undefined);
  const tx = on();
  const sheet = await sheetFor(tx, { row, catalogue, currency, isLong: isLong ?? false });
  const made = { name: row.name, opportunityId: row.id, contactId: row.contact_id, language: row.language };
  const validUntil = fate === "expired" ? addDays(now.today, -3) : addDays(now.today, 21);
  const { id } = await insertQuote(tx, { ...made, sheet: { ...sheet, validUntil } });
  await tx.change.flush();
  await become(on, id, fate);
  if (fate === "replaced") await tellReplacing(on, { ...made, sheet: { ...sheet, validUntil, ratePercent: "20" } });
}

/** The client changed their mind: yes to another one instead. */
async function tellReplacing(on: () => WriteTx, made: Parameters<typeof insertQuote>[1]): Promise<void> {
  const tx = on();
  const { id } = await insertQuote(tx, made);
  await send(tx, await standingOf({ tx, params: { id, number: 1 } }));
  await accept(tx, await standingOf({ tx, params: { id, number: 1 } }), { replace: true });
  await tx.change.flush();
}

async function become(on: () => WriteTx, id: string, fate: Fate): Promise<void> {
  if (fate === "draft") return;
  const tx = on();
  const stands = (number = 1) => standingOf({ tx, params: { id, number } });
  if (fate !== "chosen") await send(tx, await stands());
  if (fate === "chosen") await choose(tx, await stands(), {});
  if (fate === "accepted" || fate === "replaced") await accept(tx, await stands(), { replace: true });
  if (fate === "declined") await decline(tx, await stands(), "Budget trop serré cette année");
  if (fate === "superseded") {
    await insertVersion(tx, await getQuote(tx, id), await getVersion(tx, id, 1));
    await send(tx, await stands(2));
  }
  await tx.change.flush();
}

async function catalogueOf(tx: ReadTx): Promise<CatalogueProduct[]> {
  const rows = await tx.db
    .selectFrom("product")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .execute();
  const plain = (figure: string | null): string | null => (figure === null ? null : plainDecimal(figure));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    publicName: row.public_name,
    category: row.category as ProductCategory,
    supplierId: row.supplier_id,
    destination: { country: row.country, place: row.place },
    capacity: row.capacity,
    cost: plain(row.unit_cost),
    price: plain(row.unit_price),
    currency: row.currency,
    quantityType: row.quantity_type as QuantityType,
    periods: readPeriods(row.periods),
  }));
}

type Wanted = {
  readonly row: Row;
  readonly catalogue: readonly CatalogueProduct[];
  readonly currency: string | undefined;
  readonly isLong: boolean;
};

async function sheetFor(tx: WriteTx, { row, catalogue, currency, isLong }: Wanted): Promise<QuoteSheet> {
  const start = await sheetStart(tx, currency ?? row.currency);
  const destinations = row.destinations as unknown as readonly Destination[];
  const trip = sheetFromTrip(
    start,
    {
      adults: row.adults,
      children: row.children,
      infants: row.infants,
      freePlaces: row.free_places,
      departsOn: row.departs_on,
      returnsOn: isLong && row.departs_on ? addDays(row.departs_on, 11) : row.returns_on,
      destinations,
    },
    [],
  );
  const ofCountry = DEMO_PROGRAMMES.find(({ country }) => country === destinations[0]?.country);
  const programme = isLong ? DEMO_PROGRAMMES[0] : (ofCountry ?? DEMO_PROGRAMMES[0]);
  return filled(trip, { programme, catalogue, isLong });
}

type Filling = { readonly programme: DemoProgramme | undefined; readonly catalogue: readonly CatalogueProduct[]; readonly isLong: boolean };

/** Every day with its night, what is seen and eaten; what comes once stands before the days or on the first. */
function filled(trip: QuoteSheet, { programme, catalogue, isLong }: Filling): QuoteSheet {
  if (!programme) return trip;
  const days = trip.days.length > 0 ? trip.days : Array.from({ length: 6 }, () => newDay({ id: newId() }));
  const named = days.map((day, index): SheetDay => ({ ...day, title: programme.days[index % programme.days.length] ?? "" }));
  const sheet = { ...trip, days: named };
  const line = (name: string, index: number | null): SheetLine[] => lineNamed(sheet, catalogue, { name, index });
  const once = programme.once.flatMap((name) => line(name, name.startsWith("Vol") ? 0 : null));
  const daily = named.flatMap((_, index) => {
    const isLast = index === named.length - 1;
    const seen = isLong ? programme.seen : programme.seen.slice(index % 2, (index % 2) + 1);
    return [...(isLast && !isLong ? [] : programme.night), ...seen].flatMap((name) => line(name, index));
  });
  const hotel = daily.find(({ quantityType }) => quantityType === "roomShared");
  return { ...sheet, ...conditions(sheet), lines: [...once, ...daily, ...extrasFor(sheet, catalogue, hotel)].toSorted(byDay(named)) };
}

const byDay =
  (days: readonly SheetDay[]) =>
  (a: SheetLine, b: SheetLine): number =>
    days.findIndex(({ id }) => id === a.dayId) - days.findIndex(({ id }) => id === b.dayId);

function lineNamed(
  sheet: QuoteSheet,
  catalogue: readonly CatalogueProduct[],
  { name, index }: { name: string; index: number | null },
): SheetLine[] {
  const product = catalogue.find((one) => one.name.startsWith(name));
  if (!product) return [];
  const dayId = index === null ? null : (sheet.days[index]?.id ?? null);
  return [lineOfProduct(product, { id: newId(), dayId, day: dateOfDay(sheet, index ?? 0) })];
}

/** A single room, against the double of the base price, and a meal who wants may take. */
function extrasFor(sheet: QuoteSheet, catalogue: readonly CatalogueProduct[], hotel: SheetLine | undefined): SheetLine[] {
  const lunch = lineNamed(sheet, catalogue, { name: "Déjeuner", index: null }).map((one): SheetLine => ({ ...one, part: "option" }));
  if (!hotel) return lunch;
  const nights = Math.max(1, sheet.days.length - 1);
  const single = newLine({
    id: newId(),
    name: "Supplément chambre individuelle",
    currency: hotel.currency,
    part: "supplement",
    quantityType: "roomShared",
    capacity: 1,
    unitCost: String(Math.round(Number(hotel.unitCost) * 0.78)),
    repetitions: nights,
    ofLineId: hotel.id,
    supplierId: hotel.supplierId,
    category: "accommodation",
  });
  return [single, ...lunch];
}

/** How groups are sold: five sizes, one free place for twenty, prices rounded up, three instalments. */
function conditions({ payers, bases, children }: QuoteSheet): Partial<QuoteSheet> {
  const around = payers ?? bases[0] ?? 25;
  const first = Math.max(5, Math.floor(around / 5) * 5 - 10);
  return {
    bases: [first, first + 5, first + 10, first + 15, first + 20],
    payers: Math.max(around, first),
    children: Math.min(children, first),
    freePlaces: { rule: "onPayers", n: 20 },
    leaders: 1,
    rounding: { to: "up", step: "5" },
    bufferPercent: "2",
    paymentPlan: PLAN_OF_PAYMENT,
  };
}

async function tellTemplates(tx: WriteTx, catalogue: readonly CatalogueProduct[]): Promise<void> {
  for (const { name, description, country, days } of DEMO_TEMPLATES) {
    const start = await sheetStart(tx, tx.agency.currency);
    const length = Array.from({ length: days }, () => newDay({ id: newId() }));
    const trip = {
      ...sheetFromTrip(
        start,
        { adults: null, children: null, infants: null, freePlaces: null, departsOn: null, returnsOn: null, destinations: [] },
        [],
      ),
      days: length,
    };
    const programme = DEMO_PROGRAMMES.find((one) => one.country === country);
    await insertTemplate(tx, { name, description, sheet: asTemplate(filled(trip, { programme, catalogue, isLong: false })) });
  }
  await tx.change.flush();
}
