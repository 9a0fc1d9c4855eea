import { useQuery } from "@tanstack/react-query";
import { narrowingOf, type CustomRecord, type CustomValues } from "#domain/custom-field/custom-field.ts";
import { ask, type Answer } from "#web/api/api.ts";

export type CustomFieldInfo = Answer<"listCustomFields">["data"][number];
export const CUSTOM_FIELDS = ["custom-fields"] as const;

const NONE: readonly CustomFieldInfo[] = [];

/** The fields that the agency added to a kind of record, in its order; archived ones are asked for no more. */
export function useCustomFields(recordType: CustomRecord, isAsked = true): readonly CustomFieldInfo[] {
  const found = useQuery({
    queryKey: [...CUSTOM_FIELDS, recordType],
    queryFn: () => ask("listCustomFields", { query: { recordType } }),
    staleTime: 300_000,
    enabled: isAsked,
  });
  return found.data?.data ?? NONE;
}

export type CustomGroup<Field> = { readonly name: string | null; readonly fields: readonly Field[] };

/** Groups in the order of their first field. */
export function groupsOf<Field extends { readonly group: string | null }>(fields: readonly Field[]): CustomGroup<Field>[] {
  return [...Map.groupBy(fields, ({ group }) => group)].map(([name, of]) => ({ name, fields: of }));
}

/** What a record lacks that the agency calls important, as a person reads it. */
export function missingLabels(fields: readonly CustomFieldInfo[], values: CustomValues): string[] {
  return fields.filter(({ important, key }) => important && values[key] === undefined).map(({ label }) => label);
}

type FilterItem = { readonly id: `custom.${string}`; readonly label: string };

/** What a list may be filtered by: a number, an amount or a date from one value and to another. */
export function customFilterItems(fields: readonly CustomFieldInfo[]): FilterItem[] {
  return fields.flatMap(({ key, label, type }): FilterItem[] => {
    if (narrowingOf(type) !== "range") return [{ id: `custom.${key}`, label }];
    return [
      { id: `custom.${key}[gte]`, label: `${label} ≥` },
      { id: `custom.${key}[lte]`, label: `${label} ≤` },
    ];
  });
}
