import { useSpoken } from "#web/app/words.ts";
import { Arrow } from "#web/kit/date-range.tsx";
import { fieldName } from "#web/timeline/field-name.ts";
import { isRestorable, RestoreValue } from "#web/timeline/restore-value.tsx";
import type { FactField, TimelineEvent } from "#web/timeline/timeline-event.ts";
import { valueText } from "#web/timeline/value-text.ts";
import styles from "#web/timeline/timeline.module.css";

type FieldsProps = {
  readonly recordType: string;
  readonly event: TimelineEvent;
  readonly fields: readonly FactField[];
  readonly isNew: boolean;
  readonly onField: (field: string) => void;
};

/** Name, before, after; of a new record what it began with. A name leads to the story of its field. */
export function EventFields({ recordType, event, fields, isNew, onField }: FieldsProps) {
  const { words, locale } = useSpoken();
  return (
    <dl className={styles.fields} data-new={isNew || undefined}>
      {fields.map((field) => (
        <div key={field.field} className={styles.change}>
          <dt>
            <button type="button" className={styles.story} title={words.timeline.storyOf} onClick={() => onField(field.field)}>
              {field.label ?? fieldName(field.field, words, recordType)}
            </button>
          </dt>
          <dd className={styles.values}>
            {!isNew && (
              <>
                <span className={styles.from}>{valueText(field, "from", words, locale)}</span>
                <Arrow />
              </>
            )}
            <b className={styles.to}>{valueText(field, "to", words, locale)}</b>
            {!isNew && isRestorable(event, field) && (
              <span className={styles.restore}>
                <RestoreValue event={event} field={field} value={valueText(field, "from", words, locale)} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
