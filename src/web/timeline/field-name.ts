import type { Words } from "#words/en.ts";

/** Other names of what the forms call otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  clientId: "client",
  managerId: "manager",
  kindId: "kind",
  teamId: "team",
  stageId: "stage",
  pipelineId: "pipeline",
  sourceId: "source",
  lostReasonId: "lostReason",
  competitorId: "competitor",
  probabilityPercent: "probability",
  budget: "budgetPerPerson",
};

/** The name of a field as its form says it; undefined for what a reader has no word for. */
export function fieldName(field: string, words: Words): string | undefined {
  const names: Readonly<Record<string, string>> = { ...words.contact.field, ...words.client.field, ...words.opportunity.field };
  return names[ALIASES[field] ?? field];
}
