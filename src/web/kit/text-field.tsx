import type { KeyboardEvent, ReactNode, Ref } from "react";
import { Input } from "react-aria-components/Input";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { classNames } from "#web/kit/class-names.ts";
import { ariaField, FieldFrame, type FieldProps } from "#web/kit/field.tsx";
import styles from "#web/kit/input.module.css";

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "tel" | "url" | "password";
  placeholder?: string;
  autoComplete?: string;
  inputMode?: "text" | "decimal" | "numeric" | "email" | "tel" | "url";
  maxLength?: number;
  /** Drawn inside the box, before or after the text: an icon, a unit. */
  before?: ReactNode;
  after?: ReactNode;
  isEndAligned?: boolean;
  onBlur?: () => void;
  onFocus?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  inputRef?: Ref<HTMLInputElement>;
};

export function TextField({ value, onChange, before, after, inputRef, ...rest }: TextFieldProps) {
  return (
    <AriaTextField
      {...ariaField(rest)}
      value={value}
      onChange={onChange}
      type={rest.type ?? "text"}
      onBlur={rest.onBlur}
      onFocus={rest.onFocus}
      autoComplete={rest.autoComplete}
      inputMode={rest.inputMode}
      maxLength={rest.maxLength}
    >
      <FieldFrame {...rest}>
        <div className={styles.box}>
          {before}
          <Input
            ref={inputRef}
            placeholder={rest.placeholder}
            onKeyDown={rest.onKeyDown}
            className={classNames(styles.input, rest.isEndAligned && styles.end)}
          />
          {after !== undefined && <span className={styles.affix}>{after}</span>}
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
