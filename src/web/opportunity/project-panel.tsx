import { useRef, type ReactNode } from "react";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Fact, FactsList } from "#web/kit/facts-list.tsx";
import { editFirstValue, InlineField } from "#web/kit/inline-field.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { Money } from "#web/kit/money.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { DestinationField } from "#web/opportunity/destination-field.tsx";
import { HeadsFact } from "#web/opportunity/heads-fact.tsx";
import { optionOf, placeOf } from "#web/opportunity/place-option.ts";
import { TripDatesFacts } from "#web/opportunity/trip-dates-facts.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

/** Where, when, how many, for which budget: what the client asks for. */
export function ProjectPanel({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, panel, act } = words.opportunity;
  const region = useRef<HTMLDivElement>(null);
  const edit = (): void => editFirstValue(region.current);
  useShortcut({ keys: "e", label: act.edit, group: words.opportunity.title }, edit, one.can.edit);
  const isPhone = useIsPhone();
  const budget = one.budgetPerPerson?.amount ?? null;
  return (
    <div ref={region}>
      <Panel
        title={panel.project}
        action={one.can.edit && <EditButton onPress={edit}>{isPhone ? act.edit : `${act.edit} (E)`}</EditButton>}
      >
        <FactsList>
          <Destinations one={one} save={save} />
          <TripDatesFacts one={one} save={save} />
          <HeadsFact one={one} save={save} />
          <Fact label={field.budgetPerPerson}>
            <InlineField
              label={field.budgetPerPerson}
              value={budget}
              canEdit={one.can.edit}
              onSave={(budgetPerPerson, before) => save({ budgetPerPerson }, { budgetPerPerson: before })}
              editor={({ draft, change }) => (
                <MoneyField label={field.budgetPerPerson} hidesLabel autoFocus value={draft} onChange={change} currency={one.currency} />
              )}
            >
              <Money amount={budget} currency={one.currency} isInline /> {budget !== null && words.opportunity.perPerson}
            </InlineField>
          </Fact>
          <Fact label={field.description}>
            <InlineField
              label={field.description}
              value={one.description ?? ""}
              canEdit={one.can.edit}
              onSave={(text, before) => save({ description: text.trim() === "" ? null : text }, { description: before || null })}
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

function EditButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <Button look="link" size="small" onPress={onPress}>
      {children}
    </Button>
  );
}

function Destinations({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { destinations } = words.opportunity.field;
  return (
    <Fact label={destinations}>
      <InlineField
        label={destinations}
        value={one.destinations}
        canEdit={one.can.edit}
        onSave={(places, before) => save({ destinations: places }, { destinations: before })}
        editor={({ draft, change }) => (
          <DestinationField
            label={destinations}
            hidesLabel
            autoFocus
            values={draft.map(optionOf)}
            onChange={(chosen) => change(chosen.map(placeOf))}
          />
        )}
      >
        {one.destinations.map(({ place }) => place).join(", ") || words.opportunity.noDestination}
      </InlineField>
    </Fact>
  );
}
