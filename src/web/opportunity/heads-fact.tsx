import type { Opportunity } from "#contract/opportunity.ts";
import { payersOf } from "#domain/opportunity/participants.ts";
import { useSpoken } from "#web/app/words.ts";
import { Fact } from "#web/kit/facts-list.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type Heads = Pick<Opportunity, "adults" | "children" | "infants" | "freePlaces">;

const HEADS = ["adults", "children", "infants", "freePlaces"] as const;

/** Who travels, in one line; the four counts are edited together. */
export function HeadsFact({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  return (
    <Fact label={field.participants}>
      <InlineField<Heads>
        label={field.participants}
        value={one}
        canEdit={one.can.edit}
        onSave={({ adults, children, infants, freePlaces }) => save({ adults, children, infants, freePlaces })}
        editor={({ draft, change }) => (
          <span className={styles.heads}>
            {HEADS.map((name, index) => (
              <NumberField
                key={name}
                label={field[name]}
                autoFocus={index === 0}
                value={draft[name]}
                min={0}
                max={100_000}
                onChange={(count) => count !== draft[name] && change({ ...draft, [name]: count })}
              />
            ))}
          </span>
        )}
      >
        {useHeadsText(one)}
      </InlineField>
    </Fact>
  );
}

/** "42 (40 paying, 2 free) · 38 adults, 4 children" */
function useHeadsText(one: Opportunity): string {
  const { words } = useSpoken();
  const payers = payersOf(one);
  if (one.pax === null || payers === null) return "–";
  const said = words.opportunity.participants({ pax: one.pax, payers, free: one.freePlaces ?? 0 });
  const { children, infants } = one;
  if (!children && !infants) return said;
  return `${said} · ${words.opportunity.adultsAndChildren({ adults: one.adults ?? 0, children: children ?? 0, infants: infants ?? 0 })}`;
}
