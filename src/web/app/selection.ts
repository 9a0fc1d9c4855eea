/** What is chosen: some rows, or all that match, loaded or not. */
export type Selection = {
  readonly selected: ReadonlySet<string>;
  readonly isAll: boolean;
  readonly change: (selected: ReadonlySet<string>, isAll?: boolean) => void;
};

export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
