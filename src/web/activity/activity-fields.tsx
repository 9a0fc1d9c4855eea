import { ACTIVITY_KINDS, type ActivityKind } from "#domain/activity/activity.ts";
import { proposesWaiting } from "#domain/opportunity/staleness.ts";
import { ACTIVITY_ICONS } from "#web/activity/activity-icon.tsx";
import type { Doing, Draft, DraftProblems } from "#web/activity/activity-draft.ts";
import { ContactField, OpportunityField } from "#web/activity/activity-links.tsx";
import type { Remind } from "#web/activity/activity-time.ts";
import type { Watched } from "#web/activity/use-watched.ts";
import { usePeople } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { formatDay } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/activity/activity.module.css";

type FieldsProps = {
  readonly doing: Doing;
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly problems: DraftProblems;
  readonly watched: Watched | undefined;
  readonly clientId: string | undefined;
};

export function ActivityFields({ doing, draft, set, problems, watched, clientId }: FieldsProps) {
  const { words } = useSpoken();
  const { field, kind, needsTitle, needsOpportunity } = words.activity;
  const isDone = doing.kind === "log" || (doing.kind === "edit" && doing.one.status === "done");
  const asksOwner = doing.kind !== "edit" && !Object.values(doing.owner).some(Boolean);
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Select
          label={field.kind}
          options={ACTIVITY_KINDS.map((id) => ({ id, label: kind[id], before: <Icon of={ACTIVITY_ICONS[id]} /> }))}
          value={draft.kind}
          onChange={(id) => set({ kind: id as ActivityKind })}
        />
        {isDone && (
          <NumberField
            label={field.duration}
            isOptional
            value={draft.minutes}
            min={1}
            max={1440}
            onChange={(minutes) => set({ minutes })}
          />
        )}
      </div>
      <TextField
        label={field.title}
        isRequired
        autoFocus
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        error={problems.title ? needsTitle : undefined}
      />
      {asksOwner && (
        <OpportunityField
          value={draft.opportunity}
          onChange={(opportunity) => set({ opportunity })}
          error={problems.owner ? needsOpportunity : undefined}
        />
      )}
      {!isDone && (
        <WhenFields draft={draft} set={set} problems={problems} hasReminder={doing.kind === "edit" && doing.one.remindAt !== null} />
      )}
      {doing.kind === "plan" && <WaitField draft={draft} set={set} watched={watched} />}
      <ContactField value={draft.contact} onChange={(contact) => set({ contact })} clientId={clientId} />
      {isDone ? (
        <TextArea label={field.outcome} isOptional value={draft.outcome} onChange={(outcome) => set({ outcome })} maxLength={20_000} />
      ) : (
        <TextArea label={field.notes} isOptional lines={2} value={draft.notes} onChange={(notes) => set({ notes })} maxLength={20_000} />
      )}
    </div>
  );
}

type WhenProps = Pick<FieldsProps, "draft" | "set" | "problems"> & { readonly hasReminder: boolean };
const NOBODY = "nobody";

function WhenFields({ draft, set, problems, hasReminder }: WhenProps) {
  const { words } = useSpoken();
  const { field, timeHint, badTime, nobody, remind } = words.activity;
  const people = (usePeople().data?.data ?? []).filter((person) => person.active);
  const reminders: Remind[] = hasReminder ? ["keep", "none", "time", "hour", "day"] : ["none", "time", "hour", "day"];
  return (
    <>
      <div className={styles.pair}>
        <DateField label={field.dueOn} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        <TextField
          label={field.dueTime}
          isOptional
          hint={timeHint}
          value={draft.time}
          onChange={(time) => set({ time })}
          error={problems.time ? badTime : undefined}
          maxLength={10}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={field.assignee}
          options={[...people.map(({ id, name }) => ({ id, label: name })), { id: NOBODY, label: nobody }]}
          value={draft.assigneeId ?? NOBODY}
          onChange={(id) => set({ assigneeId: id === NOBODY ? null : id })}
        />
        <Select
          label={field.remindAt}
          options={reminders.map((id) => ({ id, label: remind[id] }))}
          value={draft.remind}
          onChange={(id) => set({ remind: id as Remind })}
        />
      </div>
    </>
  );
}

/** Proposed, never done by itself: planned beyond the limit of the stage. */
function WaitField({ draft, set, watched }: Pick<FieldsProps, "draft" | "set" | "watched">) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  if (!watched || draft.dueOn === null || !proposesWaiting(draft.dueOn, watched)) return null;
  return (
    <Checkbox
      label={words.activity.waitUntil({ day: formatDay(draft.dueOn, locale, "longDay") })}
      hint={words.activity.waitHint}
      isSelected={draft.waits}
      onChange={(waits) => set({ waits })}
    />
  );
}
