import type { KeyboardEvent, ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup as AriaRadioGroup } from "react-aria-components/RadioGroup";
import { classNames } from "#web/kit/class-names.ts";
import field from "#web/kit/field.module.css";
import styles from "#web/kit/radio-group.module.css";

export type RadioOption = { id: string; label: string; hint?: ReactNode; isDisabled?: boolean };

export type RadioGroupProps = {
  label: string;
  hidesLabel?: boolean;
  options: readonly RadioOption[];
  value: string | null;
  onChange: (id: string) => void;
  /** list: one under the other · row: side by side · cards: framed, side by side */
  look?: "list" | "row" | "cards";
  error?: string | undefined;
  isReadOnly?: boolean;
  /** The chosen one, or the first, takes the focus: arrows choose at once. */
  autoFocus?: boolean;
  /** Enter on an option: the choice is made. */
  onEnter?: () => void;
};

export function RadioGroup({ label, hidesLabel, options, value, onChange, look = "list", error, ...rest }: RadioGroupProps) {
  const first = options.find((option) => option.id === value) ?? options[0];
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !rest.onEnter) return;
    event.preventDefault();
    rest.onEnter();
  };
  return (
    <AriaRadioGroup
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isReadOnly={rest.isReadOnly ?? false}
      validationBehavior="aria"
      aria-label={hidesLabel ? label : undefined}
    >
      {!hidesLabel && <Label className={field.label}>{label}</Label>}
      <div className={styles[look]} onKeyDownCapture={pressKey}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            autoFocus={rest.autoFocus === true && option === first}
            isDisabled={option.isDisabled ?? false}
            className={classNames(styles.radio, look === "cards" && styles.card)}
          >
            <span className={styles.mark} aria-hidden />
            <span>
              <span className={styles.label}>{option.label}</span>
              {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      {error && <p className={field.error}>{error}</p>}
    </AriaRadioGroup>
  );
}
