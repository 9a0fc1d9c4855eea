import { z } from "zod";
import { beside, id, isGiven } from "#contract/common.ts";
import { filterText, filterTree, type FilterInput } from "#contract/filter.ts";

/** Filters by name, or the tree alone. A name that nobody declared is refused: it would change everything. */
export function bulkFilterOf<Shape extends z.ZodRawShape>(filters: z.ZodObject<Shape>) {
  return z.preprocess(
    (value) => (isTree(value) ? { filter: value } : value),
    filters.extend({ filter: z.union([filterText, filterTree]).optional() }).strict(),
  ) as unknown as z.ZodType<z.output<z.ZodObject<Shape>>, z.input<z.ZodObject<Shape>> | FilterInput>;
}

function isTree(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("all" in value || "any" in value || "field" in value);
}

const bulkIds = z.array(id).max(10_000);

/** Of which rows, and what: one of the two for the rows, and something to change. */
export function bulkBody<Filter extends z.ZodType, Change extends z.ZodRawShape>(filter: Filter, change: Change) {
  return z
    .object({
      ids: bulkIds.optional(),
      filter: filter.optional(),
      change: z.object(change).refine((wanted) => Object.keys(wanted).length > 0, { error: "value.required" }),
    })
    .refine((body) => isGiven(body, "ids", "filter"), beside("ids", "value.required"));
}

export const bulkResult = z.object({
  changed: z.int(),
  skipped: z.int(),
  /** The first hundred rows that stayed as they were, and why. */
  refused: z.array(
    z.object({
      id,
      name: z.string().nullable(),
      number: z.string().nullable(),
      reason: z.enum(["forbidden", "closed", "tooManyTags", "inUse", "gone"]),
    }),
  ),
  jobId: id.nullable(),
});

export const BULK_SUMMARY =
  "by ids or by filter, as one undoable change. Rows you may not change are left out and counted. Above 200 rows: 202 with a job.";
