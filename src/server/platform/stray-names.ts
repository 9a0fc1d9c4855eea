import { z } from "zod";

/** A name inside a body that nobody declared: where it stands, and what could have been meant. */
export type Stray = { readonly path: readonly string[]; readonly name: string; readonly known: readonly string[] };

/** Schemas drop unknown names of nested objects: they are found here, so that nothing typed is lost without a word. */
export function strayNames(schema: unknown, value: unknown, path: readonly string[] = []): Stray[] {
  if (typeof value !== "object" || value === null) return [];
  const plain = unwrapped(schema, value);
  if (Array.isArray(value)) {
    const item = plain instanceof z.ZodArray ? plain.element : undefined;
    return value.flatMap((one, index) => strayNames(item, one, [...path, String(index)]));
  }
  if (!(plain instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, unknown>> = plain.shape;
  const known = Object.keys(shape);
  return Object.entries(value).flatMap(([name, inner]) =>
    Object.hasOwn(shape, name) ? strayNames(shape[name], inner, [...path, name]) : [{ path, name, known }],
  );
}

/** What stands under optional, nullable, a default; of a union, the kind that takes the value. What is prepared first is its own judge. */
function unwrapped(schema: unknown, value: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return unwrapped(schema.unwrap(), value);
  if (schema instanceof z.ZodPipe) return schema.in instanceof z.ZodTransform ? undefined : unwrapped(schema.in, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const taking = schema.options.filter((option) => option instanceof z.ZodType && option.safeParse(value).success);
  const whole = taking.find((option) => strayNames(option, value).length === 0) ?? taking[0];
  return whole === undefined ? schema : unwrapped(whole, value);
}
