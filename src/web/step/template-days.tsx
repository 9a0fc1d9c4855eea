import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useState } from "react";
import type { TripTemplate } from "#contract/trip-template.ts";
import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { StepField } from "#web/step/catalogue-field.tsx";
import type { TemplateEdits } from "#web/step/use-parts.ts";
import styles from "#web/step/part.module.css";

type Day = { readonly title: string | null; readonly stepIds: readonly string[] };
type DaysProps = { readonly template: TripTemplate; readonly edits: TemplateEdits };

/** Steps on days: day k falls on the k-th day of a trip. */
export function TemplateDays({ template, edits }: DaysProps) {
  const { part: say } = useAllSpoken().words.catalogue;
  const days = template.days.map(({ title, steps }): Day => ({ title, stepIds: steps.map(({ id }) => id) }));
  const textOf = (some: readonly Day[]): string => some.map(({ title }, index) => title ?? say.dayN({ n: index + 1 })).join("\n");
  const save = (next: readonly Day[]): void => {
    const change = { days: next.map(({ title, stepIds }) => ({ title, stepIds: [...stepIds] })) };
    void edits.save({ field: "days", change, mine: textOf(next), isOvertaken: false });
  };
  const conflict = edits.conflict?.field === "days" ? edits.conflict : undefined;
  return (
    <Panel
      title={say.field.days}
      count={days.length}
      action={
        edits.canEdit && (
          <Button
            look="link"
            size="small"
            icon={<Icon of={Plus} size={14} />}
            onPress={() => save([...days, { title: null, stepIds: [] }])}
          >
            {say.addDay}
          </Button>
        )
      }
    >
      {days.length === 0 && <p className={styles.detail}>{say.noDay}</p>}
      <ol className={styles.days}>
        {template.days.map((day, index) => (
          <DayRow
            key={index}
            day={day}
            index={index}
            count={days.length}
            canEdit={edits.canEdit}
            onChange={(changed) => save(days.map((one, place) => (place === index ? { ...one, ...changed } : one)))}
            onMove={(to) => save(days.toSpliced(index, 1).toSpliced(to, 0, ...days.slice(index, index + 1)))}
            onRemove={() => save(days.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {conflict && <ConflictChooser conflict={conflict} theirs={textOf(days)} />}
    </Panel>
  );
}

type RowProps = {
  readonly day: TripTemplate["days"][number];
  readonly index: number;
  readonly count: number;
  readonly canEdit: boolean;
  readonly onChange: (changed: Partial<Day>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

function DayRow(props: RowProps) {
  const { day, index, canEdit, onChange } = props;
  const { part: say } = useAllSpoken().words.catalogue;
  const n = index + 1;
  return (
    <li className={styles.day}>
      <div className={styles.head}>
        <span className={styles.number}>{say.dayN({ n })}</span>
        <div className={styles.title}>
          <InlineField
            label={say.dayTitle({ n })}
            value={day.title ?? ""}
            canEdit={canEdit}
            onSave={async (title) => onChange({ title: title.trim() === "" ? null : title.trim() })}
            editor={({ draft, change }) => (
              <TextField label={say.dayTitle({ n })} hidesLabel autoFocus value={draft} onChange={change} maxLength={200} />
            )}
          >
            {day.title ?? "–"}
          </InlineField>
        </div>
        {canEdit && <DayActs {...props} n={n} />}
      </div>
      <DaySteps {...props} n={n} />
    </li>
  );
}

function DayActs({ index, count, n, onMove, onRemove }: RowProps & { n: number }) {
  const { part: say } = useAllSpoken().words.catalogue;
  return (
    <span className={styles.acts}>
      {index > 0 && <IconButton icon={ArrowUp} size="small" label={say.dayUp({ n })} onPress={() => onMove(index - 1)} />}
      {index < count - 1 && <IconButton icon={ArrowDown} size="small" label={say.dayDown({ n })} onPress={() => onMove(index + 1)} />}
      <IconButton icon={X} size="small" label={say.removeDay({ n })} onPress={onRemove} />
    </span>
  );
}

function DaySteps({ day, canEdit, onChange, n }: RowProps & { n: number }) {
  const { part: say } = useAllSpoken().words.catalogue;
  const [isAdding, setIsAdding] = useState(false);
  const ids = day.steps.map(({ id }) => id);
  return (
    <div className={styles.steps}>
      {day.steps.map((step, place) => (
        <span key={place} className={styles.step}>
          {step.isDeleted ? (
            <span title={say.goneProduct}>
              <s>{step.name}</s>
            </span>
          ) : (
            <Link href={`/steps/${step.id}`}>{step.name}</Link>
          )}
          <span className={styles.detail}>{say.kind[step.kind]}</span>
          {canEdit && (
            <IconButton icon={X} size="small" label={say.removeStep(step)} onPress={() => onChange({ stepIds: ids.toSpliced(place, 1) })} />
          )}
        </span>
      ))}
      {day.steps.length === 0 && !canEdit && <span className={styles.detail}>{say.noStepDay}</span>}
      {canEdit && !isAdding && <IconButton icon={Plus} size="small" label={say.addStep({ n })} onPress={() => setIsAdding(true)} />}
      {isAdding && (
        <StepField
          label={say.findStep}
          onChoose={(id) => {
            setIsAdding(false);
            onChange({ stepIds: [...ids, id] });
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  );
}
