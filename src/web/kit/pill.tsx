import type { ReactNode } from "react";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/pill.module.css";

export type PillProps = {
  /** danger: late, lost · warning: stale, expiring · success: today, won · accent: ours · neutral: a date, a role */
  kind?: "neutral" | "danger" | "warning" | "success" | "accent";
  icon?: ReactNode;
  /** Always words: colour alone says nothing. */
  children: ReactNode;
  title?: string;
};

export function Pill({ kind = "neutral", icon, children, title }: PillProps) {
  return (
    <span className={classNames(styles.pill, styles[kind], icon !== undefined && styles.drawn)} title={title}>
      {icon}
      {children}
    </span>
  );
}
