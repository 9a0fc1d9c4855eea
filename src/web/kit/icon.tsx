import type { LucideIcon } from "lucide-react";

export type IconProps = {
  of: LucideIcon;
  /** 14 in chips, 16 by default, 20 on phone */
  size?: 14 | 16 | 20 | 24;
  isFilled?: boolean;
  className?: string | undefined;
};

/** The stroke stays near 1.5 px whatever the size: Lucide draws in a box of 24. */
const STROKES = { 14: 2.4, 16: 2.3, 20: 1.9, 24: 1.7 };

export function Icon({ of: Drawing, size = 16, isFilled = false, className }: IconProps) {
  return <Drawing aria-hidden size={size} strokeWidth={STROKES[size]} fill={isFilled ? "currentColor" : "none"} className={className} />;
}
