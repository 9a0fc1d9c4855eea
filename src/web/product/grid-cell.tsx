import { useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/product/products.module.css";

type GridCellProps = {
  /** The name of the cell for readers: "Unit price, Guide". */
  readonly label: string;
  /** As shown. */
  readonly text: string;
  /** As typed over. */
  readonly draft: string;
  /** Answers what to save, or undefined for what cannot be read. */
  readonly read: (text: string) => string | undefined;
  readonly onSave: (value: string) => void;
  readonly isFigure?: boolean;
  /** The same column of the line above, for Ctrl+D. */
  readonly above?: string | undefined;
  readonly column: string;
  readonly onPaste?: ((text: string) => boolean) | undefined;
};

/** A cell that is its own field: typing replaces, Enter saves and goes down, Escape restores, Ctrl+D copies from above. */
export function GridCell({ label, text, draft, read, onSave, isFigure = false, above, column, onPaste }: GridCellProps) {
  const [typed, setTyped] = useState<string>();
  const isUnreadable = typed !== undefined && read(typed) === undefined;

  function save(value: string | undefined = typed) {
    const next = value === undefined ? undefined : read(value);
    if (next === undefined) return;
    setTyped(undefined);
    if (next !== read(draft)) onSave(next);
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    const { key, currentTarget } = event;
    if (key === "Escape" && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
    }
    if (key === "Enter" && !event.ctrlKey && !isUnreadable) {
      save();
      walk(currentTarget, 1);
    }
    if ((key === "ArrowDown" || key === "ArrowUp") && !event.ctrlKey) {
      event.preventDefault();
      if (!isUnreadable) walk(currentTarget, key === "ArrowDown" ? 1 : -1);
    }
    if (key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (above !== undefined) save(above);
    }
  }
  function paste(event: ClipboardEvent) {
    if (onPaste?.(event.clipboardData.getData("text/plain"))) event.preventDefault();
  }
  return (
    <input
      className={classNames(styles.cell, isFigure && styles.figure)}
      aria-label={label}
      aria-invalid={isUnreadable || undefined}
      data-column={column}
      value={typed ?? text}
      title={typed === undefined && !isFigure ? text : undefined}
      inputMode={isFigure ? "decimal" : undefined}
      autoComplete="off"
      onFocus={(event) => {
        const input = event.currentTarget;
        requestAnimationFrame(() => document.activeElement === input && input.select());
      }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={press}
      onPaste={paste}
      onBlur={() => (isUnreadable ? setTyped(undefined) : save())}
    />
  );
}

/** To the same column of the next or previous line. */
function walk(from: HTMLElement, by: 1 | -1): void {
  const column = from.dataset["column"];
  const cells = [...(from.closest("table")?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? [])];
  cells[cells.indexOf(from) + by]?.focus();
}
