import type { CSSProperties, KeyboardEvent, Ref } from "react";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { ariaField, FieldFrame, type FieldProps } from "#web/kit/field.tsx";
import styles from "#web/kit/input.module.css";

export type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Lines shown when empty; it grows with the text. */
  lines?: number;
  placeholder?: string;
  maxLength?: number;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  areaRef?: Ref<HTMLTextAreaElement>;
};

export function TextArea({ value, onChange, lines = 3, areaRef, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...ariaField(rest)} value={value} onChange={onChange} onBlur={rest.onBlur} maxLength={rest.maxLength}>
      <FieldFrame {...rest}>
        <AriaTextArea
          ref={areaRef}
          rows={lines}
          placeholder={rest.placeholder}
          onKeyDown={rest.onKeyDown}
          className={styles.area ?? ""}
          style={{ "--lines": lines } as CSSProperties}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
