import { CircleAlert } from "lucide-react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classNames } from "#web/kit/class-names.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { weekdayName } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import field from "#web/kit/field.module.css";
import styles from "#web/kit/segmented.module.css";

export type WeekdaysFieldProps = Pick<FieldProps, "label" | "hint" | "error" | "className"> & {
  /** 1 Monday … 7 Sunday; null is every day. */
  value: readonly number[] | null;
  onChange: (value: number[] | null) => void;
};

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** Some days of the week, side by side; none or all of them is every day. */
export function WeekdaysField({ label, hint, error, className, value, onChange }: WeekdaysFieldProps) {
  const { locale } = useSurroundings();
  const choose = (days: number[]): void =>
    onChange(days.length === 0 || days.length === DAYS.length ? null : days.toSorted((one, other) => one - other));
  return (
    <div className={classNames(field.field, className)}>
      <span className={field.label} aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={(value ?? []).map(String)}
        onSelectionChange={(keys) => choose([...keys].map(Number))}
        className={classNames(styles.group, styles.normal)}
      >
        {DAYS.map((day) => (
          <ToggleButton key={day} id={String(day)} className={styles.option ?? ""}>
            {weekdayName(day, locale)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint !== undefined && error === undefined && <span className={field.hint}>{hint}</span>}
      {error !== undefined && (
        <span className={field.error} role="alert">
          <Icon of={CircleAlert} size={14} />
          {error}
        </span>
      )}
    </div>
  );
}
