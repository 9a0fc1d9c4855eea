import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components/Checkbox";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/checkbox.module.css";

export type CheckboxProps = {
  label: string;
  hidesLabel?: boolean;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** Some of what it stands for is selected. */
  isMixed?: boolean;
  disabledReason?: string | undefined;
  /** circle: to tick an activity as done · card: a framed choice */
  look?: "box" | "circle" | "card";
  autoFocus?: boolean;
  className?: string | undefined;
};

export function Checkbox({ label, hidesLabel, hint, isSelected, onChange, look = "box", disabledReason, ...rest }: CheckboxProps) {
  const help = disabledReason ?? hint;
  return (
    <AriaCheckbox
      isSelected={isSelected}
      isIndeterminate={rest.isMixed ?? false}
      onChange={onChange}
      isDisabled={disabledReason !== undefined}
      autoFocus={rest.autoFocus}
      aria-label={hidesLabel ? label : undefined}
      className={classNames(styles.checkbox, styles[look], rest.className)}
    >
      <span className={styles.mark} aria-hidden />
      {!hidesLabel && (
        <span className={styles.words}>
          <span className={styles.label}>{label}</span>
          {help !== undefined && <span className={styles.hint}>{help}</span>}
        </span>
      )}
    </AriaCheckbox>
  );
}
