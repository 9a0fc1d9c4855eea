import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { openapiOf } from "#contract/openapi.ts";
import { notesOf, propertiesOf, typeOf, type Schema } from "#server/main/api-schemas.ts";
import { API_PREFIX } from "#contract/endpoint.ts";
import { html, type Html } from "#server/platform/html.ts";

type Media = Readonly<Record<string, { readonly schema: Schema }>>;
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly unknown[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Media }>>;
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
type Placed = { readonly method: string; readonly path: string; readonly operation: Operation };

const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The description and a page to read it: made here, so that they work offline and say what this version does. */
export function apiReference(app: FastifyInstance, webRoot: string): void {
  let page: string | undefined;
  app.get(`${API_PREFIX}/openapi.json`, async (_request, reply) => reply.type("application/json").send(JSON.stringify(openapiOf())));
  app.get("/docs/api", async (_request, reply) => {
    page ??= pageOf(openapiOf() as unknown as Description).text;
    return reply.header("content-security-policy", POLICY).header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
  });
  app.get("/docs/api.css", async (_request, reply) =>
    reply.header("cache-control", "no-cache").type("text/css; charset=utf-8").send(styles(webRoot)),
  );
}

/** The colours and sizes of the web app, and its letters from the last build. */
function styles(webRoot: string): string {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
  const built = readdirSync(path.join(webRoot, "assets"));
  const faces = ["Sans 3", "Serif 4"].flatMap((name) => {
    const start = `source-${name.toLowerCase().replace(" ", "-")}-latin-wght-normal-`;
    const file = built.find((candidate) => candidate.startsWith(start) && candidate.endsWith(".woff2"));
    return file
      ? [
          `@font-face { font-family: "Source ${name} Variable"; src: url("/assets/${file}") format("woff2"); font-weight: 200 900; font-display: swap; }`,
        ]
      : [];
  });
  return [...faces, read("../../web/kit/tokens.css"), read("api-reference.css")].join("\n");
}

function pageOf({ paths, components }: Description): Html {
  const placed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const sections = [...Map.groupBy(placed, ({ operation }) => operation.tags[0] ?? "other")];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Escale: the public API</title>
        <link rel="stylesheet" href="/docs/api.css" />
      </head>
      <body>
        <nav aria-label="Contents">
          <a class="brand" href="#top">Escale API</a>
          <ol>
            <li><a href="#basics">Basics</a></li>
            ${sections.map(
              ([tag, its]) =>
                html`<li>
                  <a href="#${tag}">${titled(tag)} <small>${its.length}</small></a>
                </li>`,
            )}
            <li><a href="#schemas">Schemas</a></li>
          </ol>
        </nav>
        <main id="top">
          <h1>The public API</h1>
          ${BASICS}
          ${sections.map(
            ([tag, its]) =>
              html`<section>
                <h2 id="${tag}">${titled(tag)}</h2>
                ${its.map(articleOf)}
              </section>`,
          )}
          <section>
            <h2 id="schemas">Schemas</h2>
            ${Object.entries(components.schemas).map(
              ([name, schema]) =>
                html`<article>
                  <h3 id="schema-${name}">${name}</h3>
                  ${schema.description ? html`<p>${schema.description}</p>` : ""}${propertiesOf(schema)}
                </article>`,
            )}
          </section>
        </main>
      </body>
    </html>`;
}

const BASICS = html`<section>
  <h2 id="basics">Basics</h2>
  <p>
    Every address starts with <code>${API_PREFIX}</code>. The web app uses this same API. Its description for programs:
    <a href="${API_PREFIX}/openapi.json">openapi.json</a> (OpenAPI 3.1).
  </p>
  <pre><code>curl -H "Authorization: Bearer esc_…" 'https://crm.example.com${API_PREFIX}/opportunities?outcome=open&amp;sort=-amount'</code></pre>
  <dl>
    <dt>Who asks</dt>
    <dd>
      An API key as <code>Authorization: Bearer esc_…</code> acts as its user, with at most that user's rights. Browsers use the session
      cookie.
    </dd>
    <dt>Forms</dt>
    <dd>
      JSON, camelCase. Money <code>{ "amount": "40600.00", "currency": "EUR" }</code>, days <code>2027-06-12</code>, instants ISO 8601 in
      UTC.
    </dd>
    <dt>Lists</dt>
    <dd>
      <code>{ "data": […], "page": { "nextCursor": "…" } }</code> with <code>limit</code> (at most 200), <code>cursor</code>,
      <code>sort=-amount,name</code>, <code>count=exact</code>.
    </dd>
    <dt>Versions</dt>
    <dd>
      A record has a <code>version</code> and an <code>ETag</code>; send it back as <code>If-Match</code> to change what you saw. 412
      answers with the present record.
    </dd>
    <dt>Repeats</dt>
    <dd>A POST with an <code>Idempotency-Key</code> may be sent again for 24 hours: it is done once, and answered the same.</dd>
    <dt>Undo</dt>
    <dd>A write answers <code>Escale-Undo</code>; post it to <code>/undo</code> as <code>{ "token": "…" }</code>.</dd>
    <dt>Refusals</dt>
    <dd>
      <code>application/problem+json</code> (RFC 9457) with a stable <code>code</code>, the field as a <code>pointer</code>, and a
      <code>detail</code> in the language of <code>Accept-Language</code>.
    </dd>
  </dl>
</section>`;

function titled(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}

function articleOf({ method, path, operation }: Placed): Html {
  const { parameters, requestBody, responses } = operation;
  return html`<article>
    <h3 id="${operation.operationId}"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
    <p>${operation.summary}</p>
    ${operation.security.length === 0 ? html`<p class="note">Open: no key and no session needed.</p>` : ""}
    ${parameters.length > 0 ? detailsOf("Parameters", parametersOf(parameters)) : ""}
    ${requestBody ? detailsOf("Body", mediaOf(requestBody.content)) : ""} ${detailsOf("Answers", answersOf(responses))}
  </article>`;
}

function detailsOf(title: string, content: Html): Html {
  return html`<details>
    <summary>${title}</summary>
    ${content}
  </details>`;
}

function parametersOf(parameters: Operation["parameters"]): Html {
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">In</th>
          <th scope="col">Type</th>
          <th scope="col">Notes</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map(
          ({ name, in: where, required, description = "", schema }) =>
            html`<tr>
              <td><code>${name}</code></td>
              <td>${where}</td>
              <td>${typeOf(schema)}</td>
              <td>${notesOf(schema, required)} ${description}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function mediaOf(content: Media): Html {
  return html`${Object.entries(content).map(
    ([type, { schema }]) =>
      html`<p class="note">${type}</p>
        ${schema.$ref ? html`<p>${typeOf(schema)}</p>` : propertiesOf(schema)}`,
  )}`;
}

function answersOf(responses: Operation["responses"]): Html {
  return html`<dl>
    ${Object.entries(responses).map(([status, { description, content }]) => {
      const isDone = status.startsWith("2");
      return html`<dt>${status}</dt>
        <dd>${isDone && content ? mediaOf(content) : description}</dd>`;
    })}
  </dl>`;
}
