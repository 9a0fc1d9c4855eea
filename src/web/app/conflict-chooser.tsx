import { dayInZone } from "#domain/shared/zone.ts";
import type { Conflict } from "#web/app/record-edits.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatNearDay, formatTime } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/app/record-field.module.css";

/** Both values, who and when: one of them is kept. */
export function ConflictChooser({ conflict, theirs }: { conflict: Conflict; theirs: string }) {
  const { words, locale } = useSpoken();
  const { today, timeZone } = useSurroundings();
  const say = words.common.conflict;
  const { by } = conflict;
  const when = by && `${formatNearDay(dayInZone(by.at, timeZone), today, locale)}, ${formatTime(by.at, locale, timeZone)}`;
  return (
    <div className={styles.conflict} role="alert">
      <p>{by && when ? say.by({ name: by.name, when }) : words.common.changedMeanwhile}</p>
      <dl>
        <dt>{say.theirs}</dt>
        <dd>{theirs || "–"}</dd>
        <dt>{say.mine}</dt>
        <dd>{conflict.mine || "–"}</dd>
      </dl>
      <div>
        <Button size="small" look="primary" onPress={conflict.keepMine}>
          {say.keepMine}
        </Button>
        <Button size="small" onPress={conflict.takeTheirs}>
          {say.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
