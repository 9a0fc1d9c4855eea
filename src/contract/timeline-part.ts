/** Which part of a timeline: changes of records, exchanges (messages), activities, documents. */
export const TIMELINE_PARTS = ["changes", "exchanges", "activities", "documents"] as const;
