import { z } from "zod";
import type { FilterTree } from "#domain/filter/filter.ts";
import { OPERATORS } from "#domain/filter/filter.ts";
import { parseFilter } from "#domain/filter/notation.ts";

const group = { type: "array", items: { $ref: "#/components/schemas/Filter" } };

/**
 * All of, any of, or one condition. How deep it may be and which fields it may name, the domain says when it reads it
 * (read-filter.ts): what comes here may be as deep as a body allows.
 */
export const filterTree = z.unknown().meta({
  id: "Filter",
  description: "At most 5 levels and 50 conditions.",
  anyOf: [
    { type: "object", required: ["all"], properties: { all: group }, additionalProperties: false },
    { type: "object", required: ["any"], properties: { any: group }, additionalProperties: false },
    {
      type: "object",
      required: ["field", "op"],
      properties: { field: { type: "string" }, op: { enum: OPERATORS }, value: {} },
      additionalProperties: false,
    },
  ],
});

export type FilterInput = FilterTree;

/** A filter in an address: its JSON, or the short text of it. */
export const filterText = z
  .string()
  .max(8000)
  .transform((text, context): unknown => {
    const parsed = parseFilter(text);
    if (parsed === undefined) context.addIssue({ code: "custom", message: "filter.unreadable" });
    return parsed;
  })
  .meta({ description: 'The filter as JSON, or short: "all(managerId~is~me,departsOn~during~nextQuarter)".' });
