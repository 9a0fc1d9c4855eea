import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { announce } from "#web/kit/announce.tsx";
import { Button } from "#web/kit/button.tsx";
import styles from "#web/kit/bulk-bar.module.css";

export type BulkBarProps = {
  /** The name of the bar. */
  label: string;
  /** "3 sélectionnées"; announced when the bar appears and when it changes. */
  summary: string;
  /** Beside it: sums, "Tout sélectionner (14)". */
  note?: ReactNode;
  /** Quiet buttons. */
  children: ReactNode;
  clearLabel: string;
  onClear: () => void;
};

/** Appears with the first selection; F6 reaches it, Esc (in it) clears. Give the list below 64 px of foot. */
export function BulkBar({ label, summary, note, children, clearLabel, onClear }: BulkBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => announce(summary), [summary]);
  useEffect(() => {
    const reach = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      bar.current?.querySelector("button")?.focus();
    };
    document.addEventListener("keydown", reach);
    return () => document.removeEventListener("keydown", reach);
  }, []);
  function pressKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key === "Escape" && event.currentTarget.contains(event.target as Node)) onClear();
  }
  return (
    <div ref={bar} role="region" aria-label={label} className={styles.bar} onKeyDown={pressKey} data-bulk-bar>
      <span className={styles.summary}>{summary}</span>
      {note && <span className={styles.note}>{note}</span>}
      <div className={styles.actions}>
        {children}
        <span className={styles.separator} />
        <Button look="quiet" onPress={onClear} kbd="escape">
          {clearLabel}
        </Button>
      </div>
    </div>
  );
}
