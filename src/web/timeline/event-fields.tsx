import { useSpoken } from "#web/app/words.ts";
import { Arrow } from "#web/kit/date-range.tsx";
import { fieldName } from "#web/timeline/field-name.ts";
import type { FactField } from "#web/timeline/timeline-event.ts";
import { valueText } from "#web/timeline/value-text.ts";
import styles from "#web/timeline/timeline.module.css";

type EventFieldsProps = { readonly fields: readonly FactField[]; readonly isNew: boolean; readonly recordType: string };

/** Name, before, after; of a new record what it began with. */
export function EventFields({ fields, isNew, recordType }: EventFieldsProps) {
  const { words, locale } = useSpoken();
  return (
    <dl className={styles.fields} data-new={isNew || undefined}>
      {fields.map((field) => (
        <div key={field.field} className={styles.change}>
          <dt>{fieldName(field.field, words, recordType)}</dt>
          <dd className={styles.values}>
            {!isNew && (
              <>
                <span className={styles.from}>{valueText(field, "from", words, locale)}</span>
                <Arrow />
              </>
            )}
            <b className={styles.to}>{valueText(field, "to", words, locale)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
