import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Tooltip } from "#web/kit/tooltip.tsx";
import styles from "#web/kit/icon-button.module.css";

export type IconButtonProps = {
  icon: LucideIcon;
  /** Its name, for readers and as its tooltip. */
  label: string;
  onPress?: () => void;
  /** small: 24 px · normal: 32 px; 44 px on touch */
  size?: "small" | "normal";
  isFilled?: boolean;
  isPressed?: boolean;
  isDanger?: boolean;
  /** It opens a dialog of its own, which is open or not. */
  isExpanded?: boolean;
  disabledReason?: string | undefined;
  /** Something laid over the corner (a dot, a count). */
  badge?: ReactNode;
  slot?: string;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, size = "normal", disabledReason, onPress, ref, ...rest }: IconButtonProps) {
  const isRefused = disabledReason !== undefined;
  return (
    <Tooltip text={disabledReason ?? label}>
      <AriaButton
        ref={ref}
        aria-label={label}
        aria-pressed={rest.isPressed}
        {...(rest.isExpanded === undefined ? {} : { "aria-haspopup": "dialog", "aria-expanded": rest.isExpanded })}
        aria-disabled={isRefused || undefined}
        slot={rest.slot}
        onPress={isRefused ? undefined : onPress}
        className={classNames(styles.button, styles[size], rest.isDanger && styles.danger, rest.className)}
      >
        <Icon of={icon} isFilled={rest.isFilled ?? false} />
        {rest.badge}
      </AriaButton>
    </Tooltip>
  );
}
