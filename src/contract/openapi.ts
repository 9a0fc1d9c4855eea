import { z } from "zod";
import { API } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { problem, STATUS_OF } from "#contract/problem.ts";
import type { RefusalCode } from "#domain/shared/refusal.ts";

type Json = { [key: string]: unknown };

const VERSION = "1.0.0";

/** The description of the API, OpenAPI 3.1, from the same data the server binds. */
export function openapiOf(): Json {
  const schemas: Record<string, Json> = {};
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of Object.values(API) as Endpoint[]) {
    const path = (paths[endpoint.path] ??= {});
    path[endpoint.method.toLowerCase()] = operationOf(endpoint, schemas);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Escale",
      version: VERSION,
      description: "The CRM for agencies that sell group travel. The web app uses this same API.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "escale_session" }, key: { type: "http", scheme: "bearer" } },
    },
  };
}

function operationOf(endpoint: Endpoint, schemas: Record<string, Json>): Json {
  const open = endpoint.session === "none";
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: open ? [] : [{ session: [] }, { key: [] }],
    parameters: parametersOf(endpoint, schemas),
    ...(endpoint.body
      ? {
          requestBody: {
            required: endpoint.method !== "POST" || !isOptional(endpoint.body),
            content: { "application/json": { schema: schemaOf(endpoint.body, "input", schemas) } },
          },
        }
      : {}),
    ...(endpoint.raw === "multipart/form-data"
      ? {
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { file: { type: "string", format: "binary" }, ...(endpoint.takes ? {} : { kind: { type: "string" } }) },
                  required: ["file"],
                },
              },
              ...(endpoint.takes
                ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
                : { "text/csv": { schema: { type: "string" } } }),
            },
          },
        }
      : {}),
    responses: responsesOf(endpoint, schemas),
  };
}

function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

function parametersOf(endpoint: Endpoint, schemas: Record<string, Json>): Json[] {
  const parameters = (["params", "query"] as const).flatMap((part) => {
    const schema = endpoint[part];
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, "input", schemas) as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, type]) => ({
      name,
      in: part === "params" ? "path" : "query",
      required: part === "params" || required.includes(name),
      schema: type,
    }));
  });
  const header = (name: string, description: string, required: boolean): Json => ({
    name,
    in: "header",
    required,
    description,
    schema: { type: "string" },
  });
  if (endpoint.versioned)
    parameters.push(header("If-Match", 'The version you saw, as "7". Required from sessions, optional for keys.', false) as never);
  if (endpoint.method === "POST" && endpoint.session !== "none")
    parameters.push(header("Idempotency-Key", "The same key and body within 24 hours give the same answer.", false) as never);
  return parameters;
}

function responsesOf(endpoint: Endpoint, schemas: Record<string, Json>): Json {
  const refusals = new Set<RefusalCode>(endpoint.refuses);
  refusals.add("request.invalid").add("service.unavailable").add("request.tooMany");
  if (endpoint.session !== "none") refusals.add("request.unauthenticated");
  if (endpoint.access === "write") refusals.add("request.forbidden").add("request.originRefused").add("request.tooLarge");
  if (endpoint.params) refusals.add("request.notFound");
  if (endpoint.method === "POST" && endpoint.session !== "none") refusals.add("idempotency.otherBody").add("idempotency.running");
  const byStatus = Map.groupBy([...refusals], (code) => STATUS_OF[code]);
  const problems = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [
      status,
      { description: codes.join(", "), content: { "application/problem+json": { schema: schemaOf(problem, "output", schemas) } } },
    ]);
  const type = endpoint.raw && !endpoint.returns ? endpoint.raw : "application/json";
  const content = endpoint.returns ? schemaOf(endpoint.returns, "output", schemas) : { type: "string" };
  const done =
    endpoint.returns || endpoint.raw ? { description: "Done", content: { [type]: { schema: content } } } : { description: "Done" };
  const also = endpoint.alsoAnswers === undefined ? {} : { [endpoint.alsoAnswers]: { ...done, description: ALSO[endpoint.alsoAnswers] } };
  return { [endpoint.status ?? 200]: done, ...also, ...Object.fromEntries(problems) };
}

const ALSO = { 201: "Created", 202: "Accepted: the work goes on" } as const;

function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Record<string, Json>): Json {
  const made = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    reused: "inline",
    unrepresentable: "any",
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  const {
    $defs = {},
    $schema: _schema,
    ...root
  } = JSON.parse(JSON.stringify(made).replaceAll("#/$defs/", "#/components/schemas/")) as Json & { $defs?: Record<string, Json> };
  for (const [id, definition] of Object.entries($defs)) keep(schemas, id, definition);
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined || "$ref" in root) return root;
  keep(schemas, id, root);
  return { $ref: `#/components/schemas/${id}` };
}

function keep(schemas: Record<string, Json>, id: string, definition: Json): void {
  const { id: _id, ...body } = definition;
  schemas[id] ??= body;
}

function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format && schema.pattern) delete schema.pattern;
}
