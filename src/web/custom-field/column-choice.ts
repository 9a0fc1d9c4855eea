import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMe } from "#web/app/me.ts";

/** A column that may be shown. */
export type Choosable = { readonly id: string; readonly label: string };

export type ColumnChoice = {
  readonly isShown: (id: string) => boolean;
  /** Undefined: the usual ones again. */
  readonly show: (ids: readonly string[] | undefined) => void;
};

/** Which columns of a list are shown stands in the address, so that it can be sent and kept; the last choice is remembered. */
export function useColumnChoice(list: string, usual: readonly string[]): ColumnChoice {
  const key = `escale.columns.${list}.${useMe().id}`;
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { columns } = search;
  const asked = typeof columns === "string" && columns !== "" ? columns : remembered(key);
  const shown = new Set(asked === undefined ? usual : asked.split(","));
  return {
    isShown: (id) => shown.has(id),
    show: (ids) => {
      const next = ids?.join(",");
      remember(key, next);
      void navigate({
        to: ".",
        replace: true,
        search: ({ columns: _before, ...rest }: Record<string, unknown>) => ({ ...rest, ...(next === undefined ? {} : { columns: next }) }),
      });
    },
  };
}

function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be refused: the address still has the choice.
  }
}
