import { z } from "zod";
import { filterText } from "#contract/filter.ts";
import { customFilters } from "#contract/custom-field.ts";
import { country, day, decimal, flag, id, money, searchText, several } from "#contract/common.ts";

export const OPPORTUNITY_SORTS = [
  "name",
  "amount",
  "departsOn",
  "expectedCloseOn",
  "createdAt",
  "updatedAt",
  "lastTouchAt",
  "number",
] as const;

export const BOARD_SORTS = ["nextActivity", "expectedCloseOn", "departsOn", "amount", "lastTouchAt"] as const;

export const opportunityFilters = {
  ...customFilters,
  pipelineId: several(id).optional(),
  stageId: several(id).optional(),
  /** "me": whoever asks. */
  managerId: several(z.union([id, z.literal("me")])).optional(),
  /** "mine": the teams of whoever asks. */
  teamId: several(z.union([id, z.literal("mine")])).optional(),
  clientId: several(id).optional(),
  contactId: several(id).optional(),
  sourceId: several(id).optional(),
  lostReasonId: several(id).optional(),
  tag: several(id).optional(),
  outcome: several(z.enum(["open", "won", "lost"])).optional(),
  priority: flag.optional(),
  stale: flag.optional(),
  overdue: flag.optional(),
  incomplete: flag.optional(),
  /** Somebody said until when to wait, and that day has not passed. */
  waiting: flag.optional(),
  /** No activity is planned. */
  idle: flag.optional(),
  destination: searchText.optional(),
  country: several(country).optional(),
  "departsOn[gte]": day.optional(),
  "departsOn[lte]": day.optional(),
  "expectedCloseOn[gte]": day.optional(),
  "expectedCloseOn[lte]": day.optional(),
  "closedOn[gte]": day.optional(),
  "closedOn[lte]": day.optional(),
  "amount[gte]": decimal.optional(),
  "amount[lte]": decimal.optional(),
  q: searchText.optional(),
  filter: filterText.optional(),
};
export const opportunityFilter = z.object(opportunityFilters);

const spreadOf = <Value extends z.ZodType>(value: Value) =>
  z.object({ average: value.nullable(), median: value.nullable(), min: value.nullable(), max: value.nullable() });

/** Of the amounts and participants that are known, over everything that matches; the median of an even number is the mean of the two in the middle. */
export const opportunitySpread = z
  .object({ amount: spreadOf(money), pax: spreadOf(z.number()), unknownPax: z.int() })
  .meta({ id: "OpportunitySpread" });

export const opportunityTotals = z
  .object({
    count: z.int(),
    amount: money,
    likely: money,
    margin: money.nullable(),
    pax: z.int(),
    /** Rows whose amount is not known yet, left out of nothing: they count zero. */
    unknownAmounts: z.int(),
    /** At least one row is in another currency: the sum is of values converted at their frozen rates. */
    mixed: z.boolean(),
  })
  .meta({ id: "OpportunityTotals" });
