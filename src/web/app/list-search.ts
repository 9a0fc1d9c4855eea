import { useNavigate, useSearch } from "@tanstack/react-router";
import { canFilter } from "#web/app/filter-value.ts";

export type ListSearch<Name extends string = string> = {
  readonly filters: Partial<Record<Name, string>>;
  readonly sort: string | undefined;
  /** The saved view it began with. */
  readonly view: string | undefined;
  readonly set: (change: Record<string, string | undefined>) => void;
  readonly clear: () => void;
};

/**
 * The whole state of a list is in the address: it can be sent, kept and gone back to. The names are the API's; those of
 * custom fields (`custom.key`) are the agency's.
 */
export function useListSearch<Name extends string>(names: readonly Name[]): ListSearch<Name> {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters: Partial<Record<Name, string>> = {};
  const custom = Object.keys(search).filter((name) => name.startsWith("custom.")) as Name[];
  for (const name of [...names, ...custom]) {
    const value = search[name];
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") continue;
    if (value !== "" && canFilter(name, String(value))) filters[name] = String(value);
  }
  const set = (change: Record<string, string | undefined>): void => {
    void navigate({ to: ".", replace: true, search: (before: Record<string, unknown>) => withoutEmpty({ ...before, ...change }) });
  };
  return {
    filters,
    sort: typeof search["sort"] === "string" ? search["sort"] : undefined,
    view: typeof search["view"] === "string" ? search["view"] : undefined,
    set,
    clear: () => set(Object.fromEntries([...names, ...custom].map((name) => [name, undefined]))),
  };
}

function withoutEmpty(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ""));
}
