import { z } from "zod";
import { id, money } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { opportunityCard } from "#contract/opportunity.ts";
import { BOARD_SORTS, opportunityFilters } from "#contract/opportunity-query.ts";

const boardColumn = z
  .object({
    stageId: id,
    count: z.int(),
    total: money,
    likely: money,
    cards: z.array(opportunityCard),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "BoardColumn" });

export const boardEndpoints = {
  showBoard: endpoint({
    id: "showBoard",
    method: "GET",
    path: "/opportunities/board",
    tag: "opportunities",
    access: "read",
    summary: "Every column of a pipeline: exact count, total and likely over all matching open opportunities, and its first cards.",
    query: z.object({
      ...opportunityFilters,
      pipelineId: id.optional(),
      sort: z.enum(BOARD_SORTS).default("nextActivity"),
      limit: z.coerce.number().int().min(0).max(100).default(50),
    }),
    returns: z.object({
      pipelineId: id,
      columns: z.array(boardColumn),
      totals: z.object({ count: z.int(), total: money, likely: money, mixed: z.boolean() }),
    }),
    refuses: ["request.forbidden", "request.notFound", "request.invalid"],
  }),
  showBoardColumn: endpoint({
    id: "showBoardColumn",
    method: "GET",
    path: "/opportunities/board/{stageId}",
    tag: "opportunities",
    access: "read",
    summary: "The next cards of one column.",
    params: z.object({ stageId: id }),
    query: z.object({
      ...opportunityFilters,
      sort: z.enum(BOARD_SORTS).default("nextActivity"),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(2000).optional(),
    }),
    returns: z.object({ cards: z.array(opportunityCard), nextCursor: z.string().nullable() }),
    refuses: ["request.forbidden", "request.notFound", "cursor.mismatch", "request.invalid"],
  }),
};
