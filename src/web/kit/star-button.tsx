import { Star } from "lucide-react";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import styles from "#web/kit/star-button.module.css";

export type StarButtonProps = {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** "Prioritaire" */
  label: string;
  disabledReason?: string | undefined;
  size?: "small" | "normal";
};

/** Priority: filled or outline, so that colour is never the only sign. */
export function StarButton({ isOn, onChange, label, disabledReason, size = "small" }: StarButtonProps) {
  return (
    <IconButton
      icon={Star}
      label={label}
      size={size}
      isFilled={isOn}
      isPressed={isOn}
      onPress={() => onChange(!isOn)}
      disabledReason={disabledReason}
      className={isOn ? styles.on : styles.off}
    />
  );
}

/** The same sign where nothing can be pressed (a card, a printed line). */
export function StarMark({ label }: { label: string }) {
  return (
    <span role="img" aria-label={label} className={styles.mark}>
      <Icon of={Star} isFilled />
    </span>
  );
}
