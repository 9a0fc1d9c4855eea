import { html, type Html } from "#server/platform/html.ts";

/** A JSON schema, as far as the reference page shows it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);

/** The type in a few words, with links to the named ones. */
export function typeOf(schema: Schema): Html {
  if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`;
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return joined(choices.map(typeOf), schema.allOf ? " and " : " or ");
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) return joined(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`), " or "); // prettier-ignore
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === "object" && !schema.properties) return html`map of ${typeOf(schema.additionalProperties)}`;
  const type = typeof schema.type === "string" ? schema.type : (schema.type ?? ["any"]).join(" or ");
  return html`${type}${schema.format ? ` (${schema.format})` : ""}`;
}

function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, at) => html`${at === 0 ? "" : between}${part}`)}`;
}

/** The properties as a table; those of an unnamed object stand below it, indented by their path. */
export function propertiesOf(schema: Schema): Html {
  const rows = rowsOf(schema, "");
  if (rows.length === 0) return html`<p>${typeOf(schema)}</p>`;
  return html`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">Notes</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function rowsOf(schema: Schema, path: string): Html[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    html`<tr>
      <td><code>${path}${name}</code></td>
      <td>${typeOf(property)}</td>
      <td>${notesOf(property, schema.required?.includes(name) === true)}</td>
    </tr>`,
    ...(property.$ref ? [] : rowsOf(property, `${path}${name}.`)),
  ]);
  const items = schema.items && !schema.items.$ref ? rowsOf(schema.items, path.replace(/\.$/, "[].")) : [];
  return [...own, ...items, ...(schema.allOf ?? []).flatMap((part) => (part.$ref ? [] : rowsOf(part, path)))];
}

export function notesOf(schema: Schema, isRequired: boolean): Html {
  const { minimum, maximum, minLength, maxLength, maxItems, description } = schema;
  const notes = [
    isRequired ? "required" : undefined,
    schema.default === undefined ? undefined : `else ${JSON.stringify(schema.default)}`,
    minimum === undefined ? undefined : `at least ${minimum}`,
    maximum === undefined ? undefined : `at most ${maximum}`,
    minLength === undefined || minLength === 0 ? undefined : `at least ${minLength} characters`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    maxItems === undefined ? undefined : `at most ${maxItems}`,
    description,
  ].filter((note) => note !== undefined);
  return html`${notes.join(" · ")}`;
}
