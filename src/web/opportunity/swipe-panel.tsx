import { useSpoken } from "#web/app/words.ts";
import { SWIPE_PX } from "#web/kit/use-swipe.ts";
import styles from "#web/opportunity/opportunity-card.module.css";

/** What letting go will do, under the card that is drawn aside: filled once it is far enough. */
export function SwipePanel({ shift, next }: { shift: number; next: string }) {
  const { words } = useSpoken();
  const { card } = words.opportunity;
  return (
    <div
      className={styles.swipe}
      data-side={shift > 0 ? "next" : "actions"}
      data-full={Math.abs(shift) >= SWIPE_PX || undefined}
      aria-hidden
    >
      <span style={{ width: Math.max(Math.abs(shift), SWIPE_PX) }}>
        {shift > 0 ? (
          <>
            {card.next} <b>{next}</b>
          </>
        ) : (
          <b>{card.more}</b>
        )}
      </span>
    </div>
  );
}
