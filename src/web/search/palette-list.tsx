import { Fragment, useEffect, useRef, type MouseEvent } from "react";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { MatchedText } from "#web/search/matched-text.tsx";
import type { PaletteGroup, PaletteRow } from "#web/search/palette-row.ts";
import styles from "#web/search/palette.module.css";

type PaletteListProps = {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly PaletteGroup[];
  readonly terms: readonly string[];
  readonly active: string | undefined;
  readonly onPoint: (key: string) => void;
  readonly onChoose: (row: PaletteRow, isAside: boolean) => void;
};

export const optionId = (list: string, key: string): string => `${list}-${key}`;

/** The input keeps the focus: what is active is told by its id. */
export function PaletteList({ id, label, groups, terms, active, onPoint, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  return (
    <div ref={list} role="listbox" id={id} aria-label={label} className={styles.list} onMouseDown={keepFocus}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={optionId(id, group.id)}>
          <div role="presentation" id={optionId(id, group.id)} className={styles.heading}>
            {group.title}
          </div>
          {group.rows.map((row) => (
            <div
              key={row.key}
              role="option"
              id={optionId(id, row.key)}
              aria-selected={row.key === active}
              className={classNames(styles.row, row.isMore && styles.more)}
              onMouseMove={() => onPoint(row.key)}
              onClick={(event) => onChoose(row, event.ctrlKey || event.metaKey)}
            >
              <RowContent row={row} terms={terms} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function RowContent({ row, terms }: { readonly row: PaletteRow; readonly terms: readonly string[] }) {
  return (
    <Fragment>
      <Icon of={row.icon} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.name}>
          <MatchedText text={row.name} terms={terms} how={row.isFound} />
        </span>
        {row.context && (
          <span className={styles.context} title={row.context}>
            <MatchedText text={row.context} terms={terms} how={row.isFound} />
          </span>
        )}
      </span>
      {row.state && <span className={styles.state}>{row.state}</span>}
      {row.amount && <span className={styles.amount}>{row.amount}</span>}
      {row.kbd !== undefined && <Kbd keys={row.kbd} />}
    </Fragment>
  );
}
