import { Check, X } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { tideColour, type Tide } from "#web/kit/tide.ts";
import styles from "#web/kit/stage-dot.module.css";

export type StageDotProps = { tide: Tide } | { outcome: "won" | "lost" };

/** Stands before the name of a stage or outcome, never instead of it. */
export function StageDot(props: StageDotProps) {
  if ("tide" in props) {
    return <span aria-hidden className={styles.dot} style={{ "--tide": tideColour(props.tide) } as CSSProperties} />;
  }
  return (
    <span aria-hidden className={classNames(styles.disc, styles[props.outcome])}>
      <Icon of={props.outcome === "won" ? Check : X} size={14} />
    </span>
  );
}

/** A stage or outcome with its dot, on one line. */
export function StageName({ children, ...dot }: StageDotProps & { children: ReactNode }) {
  return (
    <span className={styles.name}>
      <StageDot {...dot} />
      {children}
    </span>
  );
}

export type BoardStopProps = {
  tide: Tide;
  /** Nothing in this column. */
  isHollow?: boolean;
  isLast?: boolean;
};

/** The stop above a column of the board, with its stretch of the line up to the next column. */
export function BoardStop({ tide, isHollow = false, isLast = false }: BoardStopProps) {
  return (
    <span
      aria-hidden
      className={classNames(styles.stop, isHollow && styles.hollow, isLast && styles.last)}
      style={{ "--tide": tideColour(tide) } as CSSProperties}
    />
  );
}
