import type { ReactElement, ReactNode, RefObject } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import styles from "#web/kit/popover.module.css";
import overlay from "#web/kit/overlay.module.css";

export type PopoverProps = {
  /** A kit button; it opens the popover. */
  trigger?: ReactElement;
  /** Instead of it: what the popover stands at, opened by `isOpen` alone. */
  anchor?: RefObject<HTMLElement | null>;
  /** The name of what opens. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom" | "bottom start" | "bottom end" | "top" | "top start" | "top end" | "right" | "left";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  width?: number;
};

export function Popover({ trigger, anchor, label, children, placement = "bottom start", width, isOpen, onOpenChange }: PopoverProps) {
  const popover = (
    <AriaPopover
      {...(anchor ? { triggerRef: anchor, isOpen: isOpen ?? false, onOpenChange: onOpenChange ?? (() => undefined) } : {})}
      className={overlay.popover ?? ""}
      placement={placement}
      offset={4}
      style={width === undefined ? undefined : { width }}
      // The dialog in it has the name; around it the trigger's would be content outside of any region.
      aria-labelledby=""
    >
      <Dialog aria-label={label} className={styles.content ?? ""} data-own-keys>
        {({ close }) => (typeof children === "function" ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
  if (!trigger) return popover;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {popover}
    </DialogTrigger>
  );
}
