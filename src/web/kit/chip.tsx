import { Plus, X } from "lucide-react";
import { useState, type ReactNode, type Ref } from "react";
import { Button } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { Popover } from "#web/kit/popover.tsx";
import styles from "#web/kit/chip.module.css";

export type ChipProps = {
  /** What is filtered: "Étape". */
  label: string;
  /** On what: "5 ouvertes". */
  value: ReactNode;
  /** The filter's editor, in a popover under the chip. */
  children: ReactNode | ((close: () => void) => ReactNode);
  onRemove?: () => void;
  /** Just added: its editor is open. */
  isNew?: boolean;
};

/** A filter: click edits, × or Backspace removes. */
export function Chip({ label, value, children, onRemove, isNew = false }: ChipProps) {
  const words = useKitWords();
  const [isOpen, setIsOpen] = useState(isNew);
  return (
    <span className={styles.chip} data-open={isOpen || undefined}>
      <Popover
        label={label}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button
            className={styles.words ?? ""}
            onKeyDown={(event) => (event.key === "Backspace" && onRemove ? onRemove() : event.continuePropagation())}
          >
            {label} <b className={styles.value}>{value}</b>
          </Button>
        }
      >
        {children}
      </Popover>
      {onRemove && (
        <Button aria-label={words.remove(label)} className={styles.remove ?? ""} onPress={onRemove}>
          <Icon of={X} size={14} />
        </Button>
      )}
    </span>
  );
}

export type ChipButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  /** Dashed, with a plus: "+ Filtre". Also as the trigger of a menu. */
  isAdd?: boolean;
  /** A choice among chips. */
  isPressed?: boolean;
  kbd?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function ChipButton({ children, onPress, isAdd = false, isPressed, kbd, ref }: ChipButtonProps) {
  return (
    <Button ref={ref} aria-pressed={isPressed} className={classNames(styles.chip, styles.single, isAdd && styles.add)} onPress={onPress}>
      {isAdd && <Icon of={Plus} size={14} />}
      {children}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </Button>
  );
}
