import { ArrowRight, Check, X } from "lucide-react";
import { useState } from "react";
import { useWords } from "#web/app/words.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/opportunity/opportunity-board.module.css";

type StripProps = { readonly onWin: () => void; readonly onLose: () => void; readonly onElsewhere: (() => void) | undefined };

/** While a card is dragged: the two ends of an opportunity and the way to another pipeline, at the foot of the board. */
export function ClosingStrip({ onWin, onLose, onElsewhere }: StripProps) {
  const { act } = useWords().opportunity;
  return (
    <div className={styles.strip} aria-hidden>
      <Target label={act.win} icon={Check} look="won" onDrop={onWin} />
      <Target label={act.lose} icon={X} look="lost" onDrop={onLose} />
      {onElsewhere && <Target label={act.elsewhere} icon={ArrowRight} look="elsewhere" onDrop={onElsewhere} />}
    </div>
  );
}

type TargetProps = {
  readonly label: string;
  readonly icon: typeof Check;
  readonly look: "won" | "lost" | "elsewhere";
  readonly onDrop: () => void;
};

function Target({ label, icon, look, onDrop }: TargetProps) {
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
