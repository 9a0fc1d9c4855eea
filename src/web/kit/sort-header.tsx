import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/kit/sort-header.module.css";
import look from "#web/kit/table-look.module.css";

export type SortHeaderProps = {
  /** The API's name of the order. */
  readonly name: string;
  readonly label: string;
  /** "-amount,name" */
  readonly sort: string;
  readonly onSort: (sort: string | undefined) => void;
  readonly isFigure?: boolean;
  readonly className?: string | undefined;
  readonly width?: number | undefined;
};

/** Click: ascending, descending, none; with Shift a second key. */
export function SortHeader({ name, label, sort, onSort, isFigure = false, className, width }: SortHeaderProps) {
  const keys = sort.split(",");
  const at = keys.findIndex((key) => key.replace("-", "") === name);
  const state = at < 0 ? "none" : keys[at]?.startsWith("-") ? "descending" : "ascending";
  const press = (isSecond: boolean): void => {
    const next = { none: name, ascending: `-${name}`, descending: undefined }[state];
    const others = isSecond ? keys.filter((key) => key.replace("-", "") !== name).slice(0, 1) : [];
    onSort([...others, ...(next ? [next] : [])].join(",") || undefined);
  };
  return (
    <th
      aria-sort={state === "none" ? undefined : state}
      className={classNames(isFigure && look.figures, className)}
      style={width === undefined ? undefined : { width }}
    >
      <button type="button" className={styles.sort} onClick={(event) => press(event.shiftKey)}>
        {label}
        {state !== "none" && <Icon of={state === "ascending" ? ArrowUp : ArrowDown} size={14} />}
        {at >= 0 && keys.length > 1 && <small>{at + 1}</small>}
      </button>
    </th>
  );
}
