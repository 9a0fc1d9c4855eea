import fc from "fast-check";
import { z } from "zod";

type Schema = {
  readonly type?: string | string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
};

/** Texts that have broken programs before: unstorable, right to left, long, formulas, markup, query words, backtracking. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "x\uDFFFy",
  "\u202Egnp.exe",
  "💥".repeat(50),
  "é".repeat(5000),
  "=1+1",
  "'; drop table client; --",
  "%_\\%",
  "<img src=x onerror=alert(1)>",
  "{{7*7}}",
  "../../etc/passwd",
  "a\r\nSet-Cookie: x=1",
  `${"a".repeat(30_000)}!`,
  `${" ".repeat(30_000)}x`,
  `${"1".repeat(400)}.`,
  "NaN",
  "1e999",
  "-0",
  "9999-12-31",
  "0000-00-00",
  "2027-02-30",
  "018f0000-0000-7000-8000-000000000000",
] as const;

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], { a: { b: [] } }, ...HOSTILE_TEXTS),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Values near what a schema asks for: often right, often nearly, sometimes anything. */
export function nearly(schema: z.ZodType): fc.Arbitrary<unknown> {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema;
  return arbitraryOf(described, described.$defs ?? {});
}

function arbitraryOf(schema: Schema, known: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: anything });
  const named = schema.$ref ? known[schema.$ref.replace("#/$defs/", "")] : undefined;
  if (named) return arbitraryOf(named, known);
  if (schema.const !== undefined) return mostly(fc.constant(schema.const));
  if (schema.enum) return mostly(fc.constantFrom(...schema.enum));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, known)));
  if (schema.type === "object") return mostly(objectOf(schema, known));
  if (schema.type === "array") return mostly(fc.array(arbitraryOf(schema.items ?? {}, known), { maxLength: 3 }));
  if (schema.type === "string") return mostly(textOf(schema));
  if (schema.type === "integer" || schema.type === "number")
    return mostly(fc.oneof(fc.integer({ min: -2, max: 120 }), fc.constantFrom(2 ** 31, 2 ** 53 - 1), fc.double()));
  if (schema.type === "boolean") return mostly(fc.boolean());
  if (schema.type === "null") return fc.constant(null);
  return anything;
}

function objectOf(schema: Schema, known: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, arbitraryOf(inner, known)]));
  const written = fc.record(properties, { requiredKeys: [...(schema.required ?? [])].filter((name) => name in properties) });
  const free = schema.additionalProperties;
  if (!free || free === true) return written;
  return fc
    .tuple(written, fc.dictionary(fc.string({ maxLength: 12 }), arbitraryOf(free, known), { maxKeys: 3 }))
    .map(([a, b]) => ({ ...b, ...(a as object) }));
}

function textOf({ format }: Schema): fc.Arbitrary<string> {
  if (format === "date") return fc.constantFrom("2027-06-12", "2024-02-29", "0001-01-01", "9999-12-31");
  if (format === "uuid") return fc.constantFrom("018f0000-0000-7000-8000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff");
  if (format === "email") return fc.constantFrom("a@escale.example", "É@x.fr");
  return fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS, "1200.50", "9999999999999.9999", "FR", "EUR", "true", "-amount,name"),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
}

/** Texts that a careless pattern would try in very many ways. */
export const STALLING = [
  "x".repeat(900_000),
  `${"a@".repeat(20_000)}b`,
  `${"0".repeat(20_000)}x`,
  "+".repeat(50_000),
  `${"a".repeat(30_000)}!`,
  `${" ".repeat(30_000)}x`,
  `${"1.".repeat(20_000)}x`,
  `https://${"a.".repeat(20_000)}`,
  `@[${"[".repeat(20_000)}`,
  "\u0301".repeat(20_000),
];
