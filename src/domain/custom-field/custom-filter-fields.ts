/** Custom fields as fields of a filter: all of, any of, beside those of the product, as `custom.key`. */
import { type CustomField, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import type { FilterField, FilterFields } from "#domain/filter/filter.ts";

export function customFilterFields(fields: readonly CustomField[]): FilterFields {
  return Object.fromEntries(fields.map((field) => [TOLD_AS + field.key, filterFieldOf(field)]));
}

/** A filter that was saved outlives a choice that was taken off its list: it finds nothing by it. */
function filterFieldOf({ type }: CustomField): FilterField {
  switch (type) {
    case "number":
    case "money":
      return { kind: type };
    case "date":
      return { kind: "day" };
    case "checkbox":
      return { kind: "flag" };
    case "list":
      return { kind: "choice" };
    case "multiList":
      return { kind: "choices" };
    case "user":
      return { kind: "choice", isId: true, self: "me" };
    default:
      return { kind: "text" };
  }
}
