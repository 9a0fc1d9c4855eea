import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/field.module.css";

/** What every field of a form has. */
export type FieldProps = {
  label: string;
  /** The label is heard but not drawn: in tables and filters. */
  hidesLabel?: boolean;
  hint?: ReactNode;
  /** A sentence that says what to type. */
  error?: string | undefined;
  /** Writes "(optional)" beside the label. */
  isOptional?: boolean;
  isRequired?: boolean;
  isReadOnly?: boolean;
  disabledReason?: string | undefined;
  /** A line travels under the field while it is being saved; the text stays editable. */
  isSaving?: boolean;
  name?: string;
  autoFocus?: boolean;
  className?: string | undefined;
};

export type FieldFrameProps = Pick<FieldProps, "label" | "hidesLabel" | "hint" | "error" | "isOptional" | "isSaving" | "disabledReason"> & {
  children: ReactNode;
};

/** Label above, hint and error under: inside a React Aria field, which ties them together. */
export function FieldFrame({ label, hidesLabel, isOptional, hint, error, isSaving, disabledReason, children }: FieldFrameProps) {
  const { optional } = useKitWords();
  const help = disabledReason ?? hint;
  return (
    <>
      {!hidesLabel && (
        <Label className={styles.label}>
          {label}
          {isOptional && <span className={styles.optional}> {optional}</span>}
        </Label>
      )}
      <div className={classNames(styles.control, isSaving && styles.saving)}>{children}</div>
      {help !== undefined && !error && (
        <Text slot="description" className={styles.hint}>
          {help}
        </Text>
      )}
      <FieldError className={styles.error}>
        {error && (
          <>
            <Icon of={CircleAlert} size={14} />
            {error}
          </>
        )}
      </FieldError>
    </>
  );
}

/** The props a React Aria field takes from ours. */
export function ariaField({ label, hidesLabel, error, isRequired, isReadOnly, disabledReason, name, autoFocus, className }: FieldProps) {
  return {
    className: classNames(styles.field, className),
    isInvalid: error !== undefined,
    isRequired: isRequired ?? false,
    isReadOnly: isReadOnly ?? false,
    isDisabled: disabledReason !== undefined,
    validationBehavior: "aria" as const,
    "aria-label": hidesLabel ? label : undefined,
    name,
    autoFocus,
  };
}
