/** The question for the timeline of each kind of record. */
export const TIMELINES = {
  opportunities: "showOpportunityTimeline",
  clients: "showClientTimeline",
  contacts: "showContactTimeline",
} as const;
