import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isStorable } from "#contract/common.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { nearestName } from "#domain/shared/nearest-name.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { fieldsOf, pointer } from "#server/platform/problem-details.ts";
import { strayNames, type Stray } from "#server/platform/stray-names.ts";

/** What is asked, through the contract: each part as its schema says, with no name that nobody declared. */
export function readInput(endpoint: Endpoint, request: FastifyRequest): { params?: unknown; query?: unknown; body?: unknown } {
  const read: Record<string, unknown> = {};
  const parts = [
    ["params", request.params],
    ["query", request.query],
    ["body", request.body === undefined ? {} : request.body],
  ] as const;
  for (const [part, value] of parts) {
    const schema = endpoint[part];
    if (!schema) continue;
    if (part === "body") {
      read[part] = readBody(schema, value);
      continue;
    }
    const parsed = strictly(schema).safeParse(part === "query" ? gathered(schema, value) : value, { reportInput: true });
    if (!parsed.success) throw refusalOf(endpoint, part, parsed.error.issues);
    if (part === "query") refuseUnstorable(parsed.data);
    read[part] = parsed.data;
  }
  return read;
}

/** Everything that is wrong with a body is said at once: values, what is missing, names that nobody declared, at any depth. */
function readBody(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value, { reportInput: true });
  const stray = strayNames(schema, value);
  if (parsed.success && stray.length === 0) return parsed.data;
  const wrong = parsed.success ? [] : fieldsOf(parsed.error.issues, "body");
  const unknown = stray.map((one) => ({ pointer: pointerOf(one), code: "field.unknown" }));
  const fields = [...wrong.filter((one) => !unknown.some((other) => other.pointer === one.pointer)), ...unknown];
  throw new Refusal("request.invalid", stray.length === 0 ? {} : { suggestions: nearestOf(stray) }, fields);
}

const pointerOf = ({ path, name }: Stray): string => pointer([...path, name]);

const nearestOf = (stray: readonly Stray[]): Record<string, unknown> =>
  Object.fromEntries(stray.map(({ name, known }) => [name, nearestName(name, known)]));

/** The database holds no such text: it can be asked for in no part of an address. */
function refuseUnstorable(query: unknown): void {
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    const isStored = [value].flat().every((one) => typeof one !== "string" || isStorable(one));
    if (!isStored) throw refuseField(`/${name}`, "text.unstorable");
  }
}

/** `custom.key=…` is the part `key` of `custom`, where a question knows custom fields. */
function gathered(schema: z.ZodType, query: unknown): unknown {
  if (!(schema instanceof z.ZodObject) || !("custom" in schema.shape)) return query;
  const entries = Object.entries(query as Record<string, unknown>);
  const custom = entries.filter(([name]) => name.startsWith("custom."));
  if (custom.length === 0) return query;
  const parts = custom.map(([name, value]) => [name.slice("custom.".length), value]);
  return { ...Object.fromEntries(entries.filter(([name]) => !name.startsWith("custom."))), custom: Object.fromEntries(parts) };
}

/** A name that nobody declared is refused, also where the whole body may be left out. */
function strictly(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault) return strictly(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}

function refusalOf(endpoint: Endpoint, part: "params" | "query", issues: readonly z.core.$ZodIssue[]): Refusal {
  // An id that is none cannot be of a record.
  if (part === "params" && issues.every((issue) => issue.path[0] === "id")) return new Refusal("request.notFound");
  const schema = endpoint[part];
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  const nearest = unknown.length > 0 ? { suggestions: Object.fromEntries(unknown.map((name) => [name, nearestName(name, known)])) } : {};
  return new Refusal("request.invalid", nearest, fieldsOf(issues, part));
}
