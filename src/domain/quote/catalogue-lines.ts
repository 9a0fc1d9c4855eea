/**
 * Products, steps and trip templates of the catalogue as lines of a quote, priced for the day they are used: day k of a trip is
 * dated departsOn + k − 1. A line keeps its supplier's currency, which the sheet converts at its frozen rate; what the price
 * hangs on (the period's last day, that none held the day) stays with the line. A stay over several nights takes the price
 * of its first one.
 */
import { priceOn, type Priced } from "#domain/product/price-period.ts";
import type { ProductCategory } from "#domain/product/product.ts";
import { newLine, type PublicText, type SheetDay, type SheetDestination, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { addDays, type Day } from "#domain/shared/day.ts";
import type { StepKind } from "#domain/step/step.ts";

export type CatalogueProduct = Priced & {
  readonly id: string;
  readonly name: string;
  readonly publicName: string | null;
  readonly category: ProductCategory;
  readonly capacity: number | null;
  readonly supplierId: string | null;
  readonly destination: SheetDestination;
};

export type CatalogueStep = {
  readonly id: string;
  readonly kind: StepKind;
  readonly name: string;
  readonly publicName: string | null;
  readonly destination: SheetDestination;
  readonly publicText: PublicText;
  readonly products: readonly { readonly product: CatalogueProduct; readonly repetitions: number }[];
};

export type CatalogueTemplate = { readonly days: readonly { readonly title: string | null; readonly steps: readonly CatalogueStep[] }[] };

/** "noPeriod": the product has price periods and none holds the day; "noCost": nobody said what it costs; "noRate": its currency has none. */
export const CATALOGUE_WARNINGS = ["noPeriod", "noCost", "noRate"] as const;
export type CatalogueWarning = (typeof CATALOGUE_WARNINGS)[number];

export type CatalogueLine = { readonly line: Omit<SheetLine, "id" | "dayId">; readonly warnings: readonly CatalogueWarning[] };

/** A day of the programme as it will be put into the sheet. */
export type CatalogueDay = Omit<SheetDay, "id" | "ratePercent"> & { readonly on: Day | null; readonly lines: readonly CatalogueLine[] };

/** For which day, and which currencies are known: the quote's own and those with a rate. */
export type Pricing = { readonly on: Day | null; readonly currencies: ReadonlySet<string> };

/** VAT on the margin is owed for what is enjoyed within the Union. */
const UNION = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

type Use = { readonly repetitions: number; readonly stepId: string | null };

export function catalogueLine(product: CatalogueProduct, { repetitions, stepId }: Use, { on, currencies }: Pricing): CatalogueLine {
  const { cost, price, currency, quantityType, until, period } = priceOn(product, on);
  const { id: _id, dayId: _dayId, ...plain } = newLine({ id: "", currency });
  const isShare = quantityType === "percentage";
  const { country } = product.destination;
  const line: CatalogueLine["line"] = {
    ...plain,
    name: product.name,
    publicName: product.publicName,
    quantityType,
    unitCost: isShare ? "0" : (cost ?? "0"),
    percent: isShare ? (cost ?? price) : null,
    repetitions,
    capacity: product.capacity,
    capacityKind: product.category === "guide" ? "guide" : "vehicle",
    vatTreatment: country === null || UNION.has(country) ? "eu" : "nonEu",
    supplierId: product.supplierId,
    productId: product.id,
    stepId,
    category: product.category,
    destination: product.destination,
    priceUntil: until,
    withoutPeriod: period === "none",
  };
  const warnings: CatalogueWarning[] = [];
  if (period === "none") warnings.push("noPeriod");
  if (isShare ? line.percent === null : cost === null) warnings.push("noCost");
  if (!currencies.has(currency)) warnings.push("noRate");
  return { line, warnings };
}

/** Some products, for a day that is there already. */
export function dayOfProducts(products: readonly CatalogueProduct[], pricing: Pricing): CatalogueDay {
  const lines = products.map((product) => catalogueLine(product, { repetitions: 1, stepId: null }, pricing));
  return { title: "", stepId: null, destination: { country: null, place: null }, publicText: null, on: pricing.on, lines };
}

export function dayOfSteps(title: string | null, steps: readonly CatalogueStep[], pricing: Pricing): CatalogueDay {
  // What a day is called and where it is, its programme says before a flight or a night does.
  const main = steps.find(({ kind }) => kind === "day") ?? steps[0];
  const placed =
    (main?.destination.country ?? main?.destination.place)
      ? main
      : steps.find(({ destination }) => destination.country ?? destination.place);
  return {
    title: title ?? main?.publicName ?? main?.name ?? "",
    stepId: main?.id ?? null,
    destination: placed?.destination ?? { country: null, place: null },
    publicText: joinedTexts(steps.map(({ publicText }) => publicText)),
    on: pricing.on,
    lines: steps.flatMap((step) =>
      step.products.map(({ product, repetitions }) => catalogueLine(product, { repetitions, stepId: step.id }, pricing)),
    ),
  };
}

/** The first day of the template on the day asked for, the others after it. */
export function daysOfTemplate({ days }: CatalogueTemplate, { on, currencies }: Pricing): CatalogueDay[] {
  return days.map(({ title, steps }, index) => dayOfSteps(title, steps, { on: on === null ? null : addDays(on, index), currencies }));
}

/** Under each other, language by language; null when there is nothing to read. */
export function joinedTexts(texts: readonly (PublicText | null)[]): PublicText | null {
  const inOne = (language: keyof PublicText): string | null => {
    const parts = texts.flatMap((text) => text?.[language] ?? []);
    return parts.length === 0 ? null : parts.join("\n\n");
  };
  const joined = { en: inOne("en"), fr: inOne("fr"), it: inOne("it") };
  return joined.en === null && joined.fr === null && joined.it === null ? null : joined;
}
