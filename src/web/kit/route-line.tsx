import { Check, X } from "lucide-react";
import type { CSSProperties } from "react";
import { Button } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords, type KitWords } from "#web/kit/kit-words.ts";
import { tideColour, type Tide } from "#web/kit/tide.ts";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import styles from "#web/kit/route-line.module.css";

export type RouteStop = {
  id: string;
  label: string;
  /** Under the label: a date, "depuis 4 j". */
  note?: string;
  state: "done" | "current" | "next" | "skipped" | "lost" | "won";
  /** Its depth, for `look="tide"`. */
  tide?: Tide;
  /** No button, though the line is made of buttons: one does not go there yet. */
  isLocked?: boolean;
};

export type RouteLineProps = {
  /** The name of the whole line. */
  label: string;
  stops: readonly RouteStop[];
  /** Makes every stop but the current one a button. */
  onSelect?: (id: string) => void;
  /** full: labels under the stops · compact: stops alone (phone) · vertical: steps of a form · tide: stops in the colours of the stages */
  look?: "full" | "compact" | "vertical" | "tide";
};

export function RouteLine({ label, stops, onSelect, look = "full" }: RouteLineProps) {
  return (
    <ol aria-label={label} className={classNames(styles.line, styles[look])}>
      {stops.map((stop) => (
        <Stop
          key={stop.id}
          stop={stop}
          hidesLabel={look === "compact"}
          onSelect={stop.state === "current" || stop.isLocked ? undefined : onSelect}
        />
      ))}
    </ol>
  );
}

type StopProps = { stop: RouteStop; hidesLabel: boolean; onSelect: ((id: string) => void) | undefined };

function Stop({ stop, hidesLabel, onSelect }: StopProps) {
  const words = useKitWords();
  const { id, label, note, state, tide } = stop;
  const heard = `${label}, ${[note, stateWord(state, words)].filter(Boolean).join(", ")}`;
  const drawn = (
    <>
      <span aria-hidden className={styles.mark}>
        {state === "won" && <Icon of={Check} size={14} />}
        {state === "lost" && <Icon of={X} size={14} />}
      </span>
      <VisuallyHidden>{heard}</VisuallyHidden>
      {!hidesLabel && (
        <span aria-hidden className={styles.words}>
          <span className={styles.label}>{label}</span>
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </span>
      )}
    </>
  );
  const colour = tide && ({ "--stop": tideColour(tide) } as CSSProperties);
  return (
    <li className={classNames(styles.stop, styles[state])} aria-current={state === "current" ? "step" : undefined} style={colour}>
      {onSelect ? (
        <Button className={styles.button ?? ""} onPress={() => onSelect(id)}>
          {drawn}
        </Button>
      ) : (
        <span className={styles.button}>{drawn}</span>
      )}
    </li>
  );
}

function stateWord(state: RouteStop["state"], words: KitWords): string {
  const spoken = {
    done: words.stopDone,
    current: words.stopCurrent,
    next: words.stopNext,
    skipped: words.stopSkipped,
    lost: words.stopLost,
    won: words.stopWon,
  };
  return spoken[state];
}
