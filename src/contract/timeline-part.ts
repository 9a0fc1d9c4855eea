/** Which part of a timeline: changes of records, exchanges (messages), activities. */
export const TIMELINE_PARTS = ["changes", "exchanges", "activities"] as const;
