import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Kbd } from "#web/kit/kbd.tsx";
import { Tooltip } from "#web/kit/tooltip.tsx";
import styles from "#web/kit/button.module.css";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger" | "danger-quiet" | "link";

export type ButtonProps = {
  children: ReactNode;
  onPress?: () => void;
  look?: ButtonLook;
  /** small: 28 px · normal: 32 px (44 on touch) · large: 44 px */
  size?: "small" | "normal" | "large";
  icon?: ReactNode;
  /** A shortcut shown inside, e.g. "n". It is not registered here. */
  kbd?: string;
  type?: "button" | "submit";
  form?: string;
  /** Under way: keeps the focus, refuses presses, a line travels along its foot. */
  isPending?: boolean;
  /** Why it cannot be pressed: the button stays reachable and says so. */
  disabledReason?: string | undefined;
  isPressed?: boolean;
  isWide?: boolean;
  label?: string;
  autoFocus?: boolean;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ children, look = "secondary", size = "normal", onPress, disabledReason, ref, ...rest }: ButtonProps) {
  const isRefused = disabledReason !== undefined;
  const button = (
    <AriaButton
      ref={ref}
      type={isRefused ? "button" : (rest.type ?? "button")}
      form={rest.form}
      onPress={isRefused ? undefined : onPress}
      isPending={rest.isPending ?? false}
      aria-disabled={isRefused || undefined}
      aria-pressed={rest.isPressed}
      aria-label={rest.label}
      autoFocus={rest.autoFocus}
      className={classNames(styles.button, styles[look], styles[size], rest.isWide && styles.wide, rest.className)}
    >
      {rest.icon}
      <span className={styles.words}>{children}</span>
      {rest.kbd && <Kbd keys={rest.kbd} />}
    </AriaButton>
  );
  return isRefused ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}
