/**
 * What opportunities are filtered by. Whoever adds a field adds its line here and how the database finds it
 * (opportunity-filter-fields.ts of the server).
 */
import type { FilterField } from "#domain/filter/filter.ts";

const record = (more: Partial<FilterField> = {}): FilterField => ({ kind: "choice", isId: true, ...more });
const flag: FilterField = { kind: "flag" };
const day: FilterField = { kind: "day" };

export const OPPORTUNITY_FILTER_FIELDS = {
  text: { kind: "words" },
  name: { kind: "text" },
  number: { kind: "text" },
  managerId: record({ self: "me" }),
  teamId: record({ self: "mine" }),
  pipelineId: record(),
  stageId: record(),
  outcome: { kind: "choice", values: ["open", "won", "lost"] },
  priority: flag,
  clientId: record(),
  clientName: { kind: "text" },
  clientKindId: record({ needs: "clients" }),
  contactId: { kind: "choices", isId: true, needs: "contacts" },
  amount: { kind: "money" },
  objective: { kind: "money" },
  likely: { kind: "money" },
  margin: { kind: "money", needs: "costs" },
  probability: { kind: "number" },
  participants: { kind: "number" },
  departsOn: day,
  returnsOn: day,
  expectedCloseOn: day,
  closedOn: day,
  createdAt: day,
  updatedAt: day,
  lastTouchAt: day,
  nextActivityOn: { kind: "day", needs: "activities" },
  country: { kind: "choices" },
  destination: { kind: "choices", folds: true },
  sourceId: record(),
  lostReasonId: record(),
  tag: { kind: "choices", isId: true },
  competitorId: { kind: "choices", isId: true },
  stale: flag,
  overdue: flag,
  incomplete: flag,
  waiting: flag,
  idle: { kind: "flag", needs: "activities" },
  /** An important custom field holds nothing. */
  missingImportant: flag,
} as const satisfies Record<string, FilterField>;

export type OpportunityFilterField = keyof typeof OPPORTUNITY_FILTER_FIELDS;
