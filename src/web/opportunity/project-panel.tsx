import type { Opportunity } from "#contract/opportunity.ts";
import { durationOf } from "#domain/opportunity/dates.ts";
import { payersOf } from "#domain/opportunity/participants.ts";
import { useSpoken } from "#web/app/words.ts";
import { DateField } from "#web/kit/date-field.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { formatDay } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TagField } from "#web/kit/tag-field.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { editFirstValue } from "#web/kit/inline-field.tsx";
import { useRef } from "react";
import type { SaveChange } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type PanelProps = { readonly one: Opportunity; readonly save: SaveChange };

/** Where, when, how many: what the client asks for. */
export function ProjectPanel({ one, save }: PanelProps) {
  const { words } = useSpoken();
  const { field, panel } = words.opportunity;
  const region = useRef<HTMLDivElement>(null);
  useShortcut(
    { keys: "e", label: words.opportunity.act.edit, group: words.opportunity.title },
    () => editFirstValue(region.current),
    one.can.edit,
  );
  return (
    <div ref={region}>
      <Panel title={panel.project}>
        <FactsList>
          <Fact label={field.name}>
            <InlineField
              label={field.name}
              value={one.name}
              canEdit={one.can.edit}
              onSave={(name) => save({ name })}
              editor={({ draft, change }) => (
                <TextField label={field.name} hidesLabel autoFocus value={draft} onChange={change} maxLength={200} />
              )}
            >
              {one.name}
            </InlineField>
          </Fact>
          <Places one={one} save={save} />
          <Dates one={one} save={save} />
          <Heads one={one} save={save} />
          <Fact label={field.description}>
            <InlineField
              label={field.description}
              value={one.description ?? ""}
              canEdit={one.can.edit}
              onSave={(text) => save({ description: text.trim() === "" ? null : text })}
              editor={({ draft, change }) => (
                <TextArea label={field.description} hidesLabel autoFocus value={draft} onChange={change} maxLength={20_000} />
              )}
            >
              <span className={styles.text}>{one.description ?? "–"}</span>
            </InlineField>
          </Fact>
        </FactsList>
      </Panel>
    </div>
  );
}

function Places({ one, save }: PanelProps) {
  const { words } = useSpoken();
  const { destinations } = words.opportunity.field;
  const tags = one.destinations.map(({ place }) => ({ id: place, label: place }));
  const keep = (values: readonly { label: string }[]): void =>
    save({
      destinations: values.map(({ label }) => one.destinations.find(({ place }) => place === label) ?? { country: null, place: label }),
    });
  return (
    <Fact label={destinations}>
      <InlineField
        label={destinations}
        value={tags}
        canEdit={one.can.edit}
        onSave={keep}
        editor={({ draft, change }) => (
          <TagField
            label={destinations}
            hidesLabel
            autoFocus
            values={draft}
            onChange={change}
            matches={[]}
            onSearch={() => undefined}
            allowsFreeText
          />
        )}
      >
        {tags.map(({ label }) => label).join(", ") || words.opportunity.noDestination}
      </InlineField>
    </Fact>
  );
}

function Dates({ one, save }: PanelProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSurroundings();
  const duration = durationOf(one.departsOn, one.returnsOn);
  return (
    <>
      {(["departsOn", "returnsOn"] as const).map((name) => (
        <Fact key={name} label={field[name]}>
          <InlineField
            label={field[name]}
            value={one[name]}
            canEdit={one.can.edit}
            onSave={(day) => save({ [name]: day })}
            editor={({ draft, change }) => <DateField label={field[name]} hidesLabel autoFocus value={draft} onChange={change} />}
          >
            {one[name] === null ? "–" : formatDay(one[name], locale, "full")}
          </InlineField>
        </Fact>
      ))}
      {duration && <Fact label={field.duration}>{words.opportunity.duration(duration)}</Fact>}
      <Fact label={field.flexibleDays}>
        <InlineField
          label={field.flexibleDays}
          value={one.flexibleDays}
          canEdit={one.can.edit}
          onSave={(flexibleDays) => save({ flexibleDays })}
          editor={({ draft, change }) => (
            <NumberField
              label={field.flexibleDays}
              hidesLabel
              autoFocus
              value={draft}
              min={0}
              max={60}
              onChange={(next) => change(next ?? 0)}
            />
          )}
        >
          {one.flexibleDays}
        </InlineField>
      </Fact>
    </>
  );
}

function Heads({ one, save }: PanelProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const payers = payersOf(one);
  return (
    <>
      {one.pax !== null && payers !== null && (
        <Fact label={field.participants}>{words.opportunity.participants({ pax: one.pax, payers, free: one.freePlaces ?? 0 })}</Fact>
      )}
      {(["adults", "children", "infants", "freePlaces"] as const).map((name) => (
        <Fact key={name} label={field[name]}>
          <InlineField
            label={field[name]}
            value={one[name]}
            canEdit={one.can.edit}
            onSave={(count) => save({ [name]: count })}
            editor={({ draft, change }) => (
              <NumberField label={field[name]} hidesLabel autoFocus value={draft} min={0} max={100_000} onChange={change} />
            )}
          >
            {one[name] ?? "–"}
          </InlineField>
        </Fact>
      ))}
    </>
  );
}
