import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { QUANTITY_TYPES } from "#domain/product/product.ts";
import { useAllWords } from "#web/app/words.ts";
import styles from "#web/quote/quote-grid.module.css";

/** Where to go once it is saved. */
export type Leaving = "down" | "right" | "left" | "stay";

export type CellEditorProps = {
  readonly label: string;
  readonly draft: string;
  /** The first character was typed: it replaces what stood there. */
  readonly isReplacing: boolean;
  readonly isFigure: boolean;
  readonly placeholder?: string;
  /** Says false for what cannot be read: the editor stays. */
  readonly onSave: (text: string, leaving: Leaving) => boolean;
  readonly onCancel: () => void;
};

/** Lies over the cell exactly: Enter saves and goes down, Tab to the side, Escape abandons. */
export function CellEditor({ label, draft, isReplacing, isFigure, placeholder, onSave, onCancel }: CellEditorProps) {
  const [text, setText] = useState(draft);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  // Before the next key: it is typed into the cell.
  useLayoutEffect(() => {
    input.current?.focus();
    if (isReplacing) input.current?.setSelectionRange(draft.length, draft.length);
    else input.current?.select();
  }, [draft, isReplacing]);
  const save = (leaving: Leaving): void => {
    if (isLeft.current) return;
    isLeft.current = onSave(text, leaving);
    setIsUnreadable(!isLeft.current);
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      isLeft.current = true;
      onCancel();
    }
    if (event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
    if (event.key === "Enter") save("down");
    else save(event.shiftKey ? "left" : "right");
  };
  const leave = (): void => {
    if (isLeft.current) return;
    isLeft.current = true;
    if (!onSave(text, "stay")) onCancel();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={label}
      aria-invalid={isUnreadable || undefined}
      data-figure={isFigure || undefined}
      inputMode={isFigure ? "decimal" : "text"}
      autoComplete="off"
      placeholder={placeholder}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setIsUnreadable(false);
      }}
      onKeyDown={press}
      onBlur={leave}
    />
  );
}

type QuantityEditorProps = Pick<CellEditorProps, "label" | "onCancel"> & {
  readonly value: string;
  readonly onSave: (text: string, leaving: Leaving) => boolean;
};

/** How the line is counted: the browser's own list, which types ahead in every language. */
export function QuantityEditor({ label, value, onSave, onCancel }: QuantityEditorProps) {
  const { quantityType } = useAllWords().catalogue.products;
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => select.current?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== "Escape" && event.key !== "Enter" && event.key !== "Tab") return;
    event.preventDefault();
    if (event.key === "Escape") onCancel();
    else onSave(select.current?.value ?? value, event.key === "Enter" ? "down" : "right");
  };
  return (
    <select
      ref={select}
      className={styles.editor}
      aria-label={label}
      defaultValue={value}
      onKeyDown={press}
      onChange={(event) => onSave(event.target.value, "stay")}
      onBlur={onCancel}
    >
      {QUANTITY_TYPES.map((type) => (
        <option key={type} value={type}>
          {quantityType[type]}
        </option>
      ))}
    </select>
  );
}
