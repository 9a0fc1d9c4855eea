import type { CSSProperties } from "react";
import { classNames } from "#web/kit/class-names.ts";
import { formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/kit/route-progress.module.css";

export type RouteProgressProps = {
  label: string;
  /** 0 to 100; absent when it cannot be known. */
  percent?: number;
  /** At the top edge of its region, without figure. */
  isEdge?: boolean;
};

/** Progress: one stop travelling along the line. */
export function RouteProgress({ label, percent, isEdge = false }: RouteProgressProps) {
  const { locale } = useSurroundings();
  const known = percent === undefined ? undefined : Math.min(100, Math.max(0, percent));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known === undefined ? undefined : Math.round(known)}
      className={classNames(styles.progress, isEdge && styles.edge, known === undefined && styles.unknown)}
      style={{ "--travelled": `${known ?? 0}%` } as CSSProperties}
    >
      <span className={styles.line}>
        <span className={styles.travelled} />
        <span className={styles.stop} />
        {!isEdge && <span className={styles.end} />}
      </span>
      {known !== undefined && !isEdge && <span className={styles.figure}>{formatPercent(known, locale, 0)}</span>}
    </div>
  );
}
