import type { Day } from "#domain/shared/day.ts";
import { formatRange } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import styles from "#web/kit/date-range.module.css";

export type DateRangeProps = { from: Day | null; to?: Day | null };

/** "12 → 19 juin 2027"; the arrow is drawn, for it is missing from the shipped fonts. */
export function DateRange({ from, to }: DateRangeProps) {
  const { locale } = useSurroundings();
  if (from === null) return <span className={styles.range}>–</span>;
  const { start, end } = formatRange(from, to, locale);
  return (
    <span className={styles.range}>
      {start}
      {end !== undefined && (
        <>
          <VisuallyHidden>–</VisuallyHidden>
          <Arrow />
          {end}
        </>
      )}
    </span>
  );
}

/** From one value to another, in a line of text. */
export function Arrow() {
  return (
    <svg aria-hidden viewBox="0 0 12 8" className={styles.arrow}>
      <path d="M1 4h9M7.2 1.2 10 4 7.2 6.8" />
    </svg>
  );
}
