import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/segmented.module.css";

export type SegmentedProps = {
  label: string;
  options: readonly { id: string; label: string; isDisabled?: boolean }[];
  value: string;
  onChange: (id: string) => void;
  /** small: 28 px, in rows and bars · normal: as high as a field */
  size?: "small" | "normal";
};

/** One of a few, side by side: Toutes | Ouvertes | Closes. */
export function Segmented({ label, options, value, onChange, size = "small" }: SegmentedProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) onChange(String(chosen));
      }}
      className={classNames(styles.group, styles[size])}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} isDisabled={option.isDisabled ?? false} className={styles.option ?? ""}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
