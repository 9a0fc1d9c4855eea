import { z } from "zod";
import { isDay } from "#domain/shared/day.ts";
import { isCurrency } from "#domain/shared/money.ts";

/** PostgreSQL refuses U+0000, and lone surrogates have no UTF-8: both are refused at the edge, by field. */
const STORABLE = /^[^\0]*$/;
export const isStorable = (text: string): boolean => STORABLE.test(text) && text.isWellFormed();

/** One line or more of text, trimmed; empty becomes an error. */
export const text = (max: number) => z.string().trim().min(1).max(max).refine(isStorable, { error: "text.unstorable" });

/** Text that may be absent: empty is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(isStorable, { error: "text.unstorable" })
    .transform((value) => (value === "" ? null : value))
    .nullable();

/** An address of the web, or a domain alone; no other scheme. */
export const website = optionalText(300).refine((value) => value === null || !/^(?!https?:)[a-z][a-z0-9+-]*:/i.test(value), {
  error: "value.format",
});

/** Words typed into a search or filter. */
export const searchText = z.string().trim().max(200).refine(isStorable, { error: "text.unstorable" });

export const id = z.uuid().meta({ description: "UUIDv7" });
export const day = z.string().refine(isDay, { error: "day.invalid" }).meta({ format: "date", example: "2027-06-12" });
export const instant = z.string().meta({ format: "date-time" });
export const currency = z.string().refine(isCurrency, { error: "currency.unknown" }).meta({ example: "EUR" });
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ example: "IT" });
export const language = z.enum(["en", "fr", "it"]);

/** A decimal string with a point, e.g. "40600.00". */
export const decimal = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,4})?$/, { error: "amount.invalid" })
  .meta({ example: "40600.00" });
export const positiveDecimal = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,4})?$/, { error: "amount.invalid" })
  .meta({ example: "40600.00" });

export const money = z.object({ amount: decimal, currency }).meta({ id: "Money" });

/** An amount as it is written: its figures alone, or with the currency they are in, as it is read. */
export const writtenMoney = z.union([positiveDecimal, z.object({ amount: positiveDecimal, currency })]);

export const reference = z.object({ id, name: z.string() }).meta({ id: "Reference" });

export const idParams = z.object({ id });

export const email = z.email().max(254);

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    data: z.array(row),
    page: z.object({ nextCursor: z.string().nullable() }),
    total: z.int().optional(),
  });

/** "true" and "false" of an address. */
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** `?managerId=a&managerId=b` or `?managerId=a,b`: any of them. */
export const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z.preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(item).max(200)) as unknown as z.ZodType<
    z.output<Item>[],
    string | string[]
  >;

export const listQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  count: z.literal("exact").optional(),
  q: searchText.optional(),
};

export const address = {
  street: optionalText(300),
  postalCode: optionalText(20),
  city: optionalText(120),
  region: optionalText(120).meta({
    description:
      "Department, province, canton, state: an ISO 3166-2 code (FR-45), or a name in English, French or Italian. Known ones are kept and returned by code, any other text as typed.",
    example: "FR-45",
  }),
  country: country.nullable(),
};

/** An address as it is read. */
export const addressOut = z
  .object({
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable().meta({ description: "ISO 3166-2 (FR-45) when the region is known, else as typed." }),
    country: z.string().nullable().meta({ description: "ISO 3166-1, two letters." }),
  })
  .meta({ id: "PostalAddress" });

/** A rule about several fields, named by one of them. It is asked though others are wrong too: all of it is answered at once. */
export const beside = (field: string, error: string) => ({ path: [field], error, when: () => true });
export const isGiven = (body: unknown, ...names: readonly string[]): boolean =>
  names.some((name) => ((body ?? {}) as Readonly<Record<string, unknown>>)[name] != null);

/** Records say what their reader may do with them. */
export const can = z.object({ edit: z.boolean(), delete: z.boolean() });
