import type { Day } from "#domain/shared/day.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { usePeople, useSources, useTeams } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { formatDay } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Money } from "#web/kit/money.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { touchText } from "#web/opportunity/touch-text.ts";
import { TagsValue } from "#web/tag/tags-value.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

const named = (list: readonly { id: string; name: string }[] | undefined): Option[] =>
  (list ?? []).map(({ id, name }) => ({ id, label: name }));

/** Who follows it, how likely it is, when it should close. */
export function FollowUpPanel({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, panel } = words.opportunity;
  const { locale } = useSurroundings();
  const people = usePeople().data?.data.filter((person) => person.active);
  const choices = { canEdit: one.can.edit };
  const isOpen = one.outcome === "open";
  return (
    <Panel title={panel.follow}>
      {(one.stale || one.overdue) && (
        <p className={styles.pills}>
          {one.stale && <Pill kind="warning">{words.opportunity.stale(one.stale)}</Pill>}
          {one.overdue && <Pill kind="danger">{words.opportunity.overdueClose}</Pill>}
        </p>
      )}
      <FactsList>
        <Choice
          {...choices}
          label={field.manager}
          value={one.manager?.id ?? null}
          shown={one.manager?.name}
          options={named(people)}
          onSave={(managerId) => save({ managerId })}
        />
        <Choice
          {...choices}
          label={field.team}
          value={one.team?.id ?? null}
          shown={one.team?.name}
          options={named(useTeams().data?.data)}
          onSave={(teamId) => save({ teamId })}
        />
        <Probability one={one} save={save} />
        <Fact label={field.likely}>
          <Money amount={one.likelyRevenue.amount} currency={one.likelyRevenue.currency} isInline />
        </Fact>
        <Fact label={field.expectedCloseOn}>
          <InlineField
            label={field.expectedCloseOn}
            value={one.expectedCloseOn}
            canEdit={one.can.edit && isOpen}
            onSave={(expectedCloseOn, before) => save({ expectedCloseOn }, { expectedCloseOn: before })}
            editor={({ draft, change }) => <DateField label={field.expectedCloseOn} hidesLabel autoFocus value={draft} onChange={change} />}
          >
            {one.expectedCloseOn === null ? "–" : formatDay(one.expectedCloseOn, locale)}
          </InlineField>
        </Fact>
        <Choice
          {...choices}
          label={field.source}
          value={one.sourceId}
          shown={one.sourceName ?? undefined}
          options={named(useSources().data?.data)}
          onSave={(sourceId) => save({ sourceId })}
        />
        <Fact label={words.tag.title}>
          <TagsValue tags={one.tags} canEdit={one.can.edit} onSave={({ tagIds }) => save({ tagIds })} />
        </Fact>
        <LastTouch one={one} />
        <Waiting one={one} save={save} />
      </FactsList>
    </Panel>
  );
}

/** The stage's own clock counts from here. */
function LastTouch({ one: { lastTouch } }: Pick<EditsProps, "one">) {
  const { words } = useSpoken();
  const { locale, timeZone } = useSurroundings();
  return (
    <Fact label={words.opportunity.touch.label}>
      {formatDay(dayInZone(lastTouch.at, timeZone), locale)}
      <span className={styles.reason}>{touchText(lastTouch.kind, words)}</span>
    </Fact>
  );
}

type Wait = { readonly waitingUntil: Day | null; readonly waitingReason: string | null };

/** Until this day nobody is expected to touch it: it does not get stale. */
function Waiting({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSurroundings();
  if (one.outcome !== "open") return null;
  return (
    <Fact label={field.waitingUntil}>
      <InlineField<Wait>
        label={field.waitingUntil}
        value={one}
        canEdit={one.can.edit}
        onSave={({ waitingUntil, waitingReason }) => save({ waitingUntil, waitingReason: waitingUntil === null ? null : waitingReason })}
        editor={({ draft, change }) => (
          <span className={styles.stack}>
            <DateField
              label={field.waitingUntil}
              hidesLabel
              autoFocus
              value={draft.waitingUntil}
              onChange={(waitingUntil) => waitingUntil !== draft.waitingUntil && change({ ...draft, waitingUntil })}
            />
            <TextField
              label={field.waitingReason}
              isOptional
              value={draft.waitingReason ?? ""}
              onChange={(text) => change({ ...draft, waitingReason: text === "" ? null : text })}
              maxLength={300}
            />
          </span>
        )}
      >
        {one.waitingUntil === null ? "–" : formatDay(one.waitingUntil, locale)}
        {one.waitingReason !== null && <span className={styles.reason}>{one.waitingReason}</span>}
      </InlineField>
    </Fact>
  );
}

/** Follows the stage until someone types one: then it is pinned, and can be released. */
function Probability({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  return (
    <Fact label={field.probability}>
      <InlineField
        label={field.probability}
        value={one.probabilityPercent}
        canEdit={one.can.edit && one.outcome === "open"}
        onSave={(probabilityPercent) => save({ probabilityPercent })}
        editor={({ draft, change }) => (
          <NumberField
            label={field.probability}
            hidesLabel
            autoFocus
            value={draft}
            min={0}
            max={100}
            unit="%"
            onChange={(next) => change(next ?? 0)}
          />
        )}
      >
        {one.probabilityPercent} % {one.probabilityPinned && `(${words.opportunity.pinned})`}
      </InlineField>
      {one.probabilityPinned && one.can.edit && one.outcome === "open" && (
        <Button look="link" size="small" onPress={() => save({ probabilityPercent: null })}>
          {words.opportunity.release}
        </Button>
      )}
    </Fact>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string | null;
  readonly shown: string | undefined;
  readonly options: readonly Option[];
  readonly canEdit: boolean;
  readonly onSave: (id: string | null) => void;
};

const NONE = "none";

function Choice({ label, value, shown, options, canEdit, onSave }: ChoiceProps) {
  const { words } = useSpoken();
  const all = [{ id: NONE, label: words.common.none }, ...options];
  return (
    <Fact label={label}>
      <InlineField
        label={label}
        value={value ?? NONE}
        canEdit={canEdit}
        onSave={(id) => onSave(id === NONE ? null : id)}
        editor={({ draft, save }) => <Select label={label} hidesLabel autoFocus size="small" options={all} value={draft} onChange={save} />}
      >
        {shown ?? "–"}
      </InlineField>
    </Fact>
  );
}
