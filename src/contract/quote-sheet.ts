/** The sheet of a quote on the wire, and the edits a person makes to it. Nothing typed is rewritten: what is sent is what is kept. */
import { z } from "zod";
import { country, currency, day, decimal, id, isStorable, positiveDecimal } from "#contract/common.ts";
import { count, exchangeRate, freePlaces, MAX_BASES, MAX_DAYS, MAX_LINES, MAX_PAYERS, percent, rounding, vat } from "#contract/costing.ts";
import { PRODUCT_CATEGORIES, QUANTITY_TYPES } from "#domain/product/product.ts";
import { CAPACITY_KINDS, CONSUMERS, LINE_PARTS, PRICING_MODES, VAT_TREATMENTS } from "#domain/quote/costing.ts";

const MAX_EDITS = 2000;

const exactText = (max: number) => z.string().max(max).refine(isStorable, { error: "text.unstorable" });
const note = exactText(5000).nullable();
/** A key made by whoever adds it (a UUID), unique in its sheet. */
const key = exactText(60).min(1);

const destination = z.object({ country: country.nullable(), place: exactText(120).nullable() });

const lineFields = {
  name: exactText(200),
  publicName: exactText(200).nullable(),
  part: z.enum(LINE_PARTS),
  quantityType: z.enum(QUANTITY_TYPES),
  unitCost: decimal,
  currency,
  repetitions: count(1000),
  consumers: z.array(z.enum(CONSUMERS)).max(CONSUMERS.length).readonly(),
  capacity: count(100_000).nullable(),
  capacityKind: z.enum(CAPACITY_KINDS),
  driversEach: count(20).nullable(),
  supplierFree: z
    .object({ rule: z.enum(["after", "oneIn"]), n: count(MAX_PAYERS), counts: z.array(z.enum(CONSUMERS)).readonly().nullable() })
    .nullable(),
  ofLineId: key.nullable(),
  ofLineIds: z.array(key).max(50).readonly().nullable(),
  percent: percent.nullable(),
  ratePercent: percent.nullable(),
  vatTreatment: z.enum(VAT_TREATMENTS),
  supplierId: id.nullable(),
  productId: id.nullable(),
  stepId: id.nullable(),
  category: z.enum(PRODUCT_CATEGORIES).nullable(),
  destination,
  holds: count(100_000).nullable(),
  note,
  priceUntil: day.nullable(),
  withoutPeriod: z.boolean(),
};

const dayFields = {
  title: exactText(200),
  ratePercent: percent.nullable(),
  stepId: id.nullable(),
  destination,
  publicText: z.object({ en: exactText(10_000).nullable(), fr: exactText(10_000).nullable(), it: exactText(10_000).nullable() }).nullable(),
};

const discount = z.object({ name: exactText(120), kind: z.enum(["percent", "amount", "perPayer"]), value: positiveDecimal });
const instalment = z.object({ name: exactText(120), daysBeforeDeparture: count(2000).nullable(), percent: positiveDecimal });

const sheetFields = {
  currency,
  exchangeRates: z
    .array(z.object({ currency, rate: exchangeRate, onDay: day, source: exactText(100) }))
    .max(60)
    .readonly(),
  bufferPercent: percent,
  bases: z.array(count(MAX_PAYERS)).max(MAX_BASES).readonly(),
  children: count(MAX_PAYERS),
  leaders: count(100),
  freePlaces,
  mode: z.enum(PRICING_MODES),
  ratePercent: percent.nullable(),
  freePlacesRatePercent: percent.nullable(),
  rounding,
  vat,
  discounts: z.array(discount).max(20).readonly(),
  paymentPlan: z.array(instalment).max(12).readonly(),
  bookedOn: day.nullable(),
  departsOn: day.nullable(),
  validUntil: day.nullable(),
  payers: count(MAX_PAYERS).nullable(),
  taken: z
    .array(z.object({ lineId: key, takers: count(MAX_PAYERS) }))
    .max(MAX_LINES)
    .readonly(),
  notes: note,
};

export const sheetDay = z.object({ id: key, ...dayFields }).meta({ id: "SheetDay" });
export const sheetLine = z.object({ id: key, dayId: key.nullable(), ...lineFields }).meta({
  id: "SheetLine",
  description:
    "A line of a quote: see CostingLine for what the figures mean. publicName is what the client reads, note is internal; priceUntil is the last day of the catalogue's price period used.",
});

/** Without the right to costs: unit costs, percentages, rates, the buffer and suppliers' free rules are null. */
export const quoteSheet = z
  .object({
    ...sheetFields,
    bufferPercent: percent.nullable(),
    days: z.array(sheetDay).max(MAX_DAYS).readonly(),
    lines: z
      .array(sheetLine.extend({ unitCost: decimal.nullable() }))
      .max(MAX_LINES)
      .readonly(),
  })
  .meta({ id: "QuoteSheet" });

const namesOf = <Fields extends Record<string, z.ZodType>>(fields: Fields) => z.enum(Object.keys(fields) as (keyof Fields & string)[]);

type Field = { readonly field: string; readonly to: unknown };

/** What is set is what the field takes, to the last name in it. */
const takes =
  (fields: Readonly<Record<string, z.ZodType>>) =>
  ({ field, to }: Field, context: z.RefinementCtx): void => {
    const schema = fields[field];
    const parsed = schema && (schema instanceof z.ZodObject ? schema.strict() : schema).safeParse(to);
    for (const issue of parsed?.error?.issues ?? []) context.addIssue({ ...issue, path: ["to", ...issue.path] });
  };

const was = z.unknown().meta({ description: "What stood there, as the caller knows it." });
const to = z.unknown();

const setLine = z.object({ kind: z.literal("setLine"), lineId: key, field: namesOf(lineFields), was, to }).superRefine(takes(lineFields));
const setDay = z.object({ kind: z.literal("setDay"), dayId: key, field: namesOf(dayFields), was, to }).superRefine(takes(dayFields));
const setSheet = z.object({ kind: z.literal("setSheet"), field: namesOf(sheetFields), was, to }).superRefine(takes(sheetFields));

export const sheetEdit = z
  .discriminatedUnion("kind", [
    setLine,
    z.object({ kind: z.literal("addLine"), line: sheetLine, afterLineId: key.nullable() }),
    z.object({ kind: z.literal("removeLine"), lineId: key }),
    z.object({ kind: z.literal("moveLine"), lineId: key, dayId: key.nullable(), afterLineId: key.nullable() }),
    setDay,
    z.object({ kind: z.literal("addDay"), day: sheetDay, afterDayId: key.nullable() }),
    z.object({ kind: z.literal("removeDay"), dayId: key }),
    z.object({ kind: z.literal("moveDay"), dayId: key, afterDayId: key.nullable() }),
    setSheet,
  ])
  .meta({
    id: "SheetEdit",
    description:
      "What a person does to a sheet. `was` lets two people edit at once: different fields merge, one field is a conflict. afterLineId null: the first of its day. A day goes only without lines.",
  });

export const sheetEdits = z.array(sheetEdit).min(1).max(MAX_EDITS);

export const editConflict = z
  .object({
    kind: z.enum(["changed", "gone", "twice", "inUse"]),
    on: z.enum(["line", "day", "sheet"]),
    id: z.string().nullable(),
    name: z.string().nullable(),
    field: z.string().nullable(),
    mine: z.unknown(),
    theirs: z.unknown(),
  })
  .meta({ id: "EditConflict" });

export type QuoteSheetOut = z.output<typeof quoteSheet>;
