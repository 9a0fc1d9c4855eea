import { Check, X } from "lucide-react";
import { useState } from "react";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/opportunity/opportunity-board.module.css";

/** While a card is dragged: the two ends of an opportunity, at the foot of the board. */
export function ClosingStrip({ onWin, onLose }: { onWin: () => void; onLose: () => void }) {
  const { act } = useWords().opportunity;
  return (
    <div className={styles.strip} aria-hidden>
      <Target label={act.win} icon={Check} look="won" onDrop={onWin} />
      <Target label={act.lose} icon={X} look="lost" onDrop={onLose} />
    </div>
  );
}

function Target({ label, icon, look, onDrop }: { label: string; icon: typeof Check; look: "won" | "lost"; onDrop: () => void }) {
  const [isOver, setIsOver] = useState(false);
  return (
    <div
      className={styles.target}
      data-look={look}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      {label} <Icon of={icon} />
    </div>
  );
}
