import type { FirstWords } from "#words/en-first.ts";

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
export function fieldName(field: string, words: FirstWords, recordType = "opportunity"): string | undefined {
  if (recordType === "activity") return (words.activity.field as Readonly<Record<string, string>>)[field];
  if (field === "tagIds") return words.tag.title;
  const names: Readonly<Record<string, string>> = { ...words.contact.field, ...words.client.field, ...words.opportunity.field };
  if (field === "partners" || field === "competitors") return words.partner[field];
  return (recordType === "productLine" ? lineFieldName(field, words) : undefined) ?? names[ALIASES[field] ?? field];
}

function lineFieldName(field: string, words: FirstWords): string | undefined {
  const { name, supplier, quantity, unitPrice, unitCost, discount, unitLabel, act } = words.product;
  const names: Readonly<Record<string, string>> = {
    name,
    supplierId: supplier,
    quantity,
    unitPrice,
    unitCost,
    discountPercent: discount,
    unit: unitLabel,
    isSupplement: act.supplement,
  };
  return names[field];
}
