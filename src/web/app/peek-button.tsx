import { PanelRight } from "lucide-react";
import { usePeek } from "#web/app/peek-area.tsx";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/app/peek-area.module.css";

/** For a pointer or a finger; by the keyboard it is Space on the row. */
export function PeekButton({ id, name }: { readonly id: string; readonly name: string }) {
  const { peek } = useWords().common;
  const open = usePeek();
  if (!open) return null;
  return (
    <button type="button" tabIndex={-1} className={styles.button} aria-label={peek.of({ name })} title={peek.open} onClick={() => open(id)}>
      <Icon of={PanelRight} />
    </button>
  );
}
