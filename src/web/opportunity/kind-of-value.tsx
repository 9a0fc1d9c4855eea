import type { Opportunity } from "#contract/opportunity.ts";
import { PERIOD_NAMES } from "#domain/opportunity/forecast.ts";
import { useSpoken } from "#web/app/words.ts";
import { Fact } from "#web/kit/facts-list.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Select } from "#web/kit/select.tsx";
import type { EditsProps } from "#web/opportunity/use-opportunity.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

type Kind = Pick<Opportunity, "valueKind" | "period" | "periods">;

const FIXED = "fixed";

/** A value once, or so much for a number of periods. */
export function KindOfValue({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field, valueKind, period, recurring } = words.opportunity;
  const options = [
    { id: FIXED, label: valueKind.fixed },
    ...PERIOD_NAMES.map((id) => ({ id, label: `${valueKind.recurring}, ${period[id]}` })),
  ];
  const choose = (id: string, draft: Kind): Kind => {
    const chosen = PERIOD_NAMES.find((candidate) => candidate === id);
    if (!chosen) return { valueKind: "fixed", period: null, periods: null };
    return { valueKind: "recurring", period: chosen, periods: draft.periods ?? 1 };
  };
  return (
    <Fact label={field.valueKind}>
      <InlineField<Kind>
        label={field.valueKind}
        value={one}
        canEdit={one.can.edit}
        onSave={({ valueKind: kind, period: each, periods }) => save({ valueKind: kind, period: each, periods })}
        editor={({ draft, change }) => (
          <span className={styles.pair}>
            <Select
              label={field.valueKind}
              hidesLabel
              autoFocus
              options={options}
              value={draft.valueKind === "fixed" ? FIXED : draft.period}
              onChange={(id) => change(choose(id, draft))}
            />
            {draft.valueKind === "recurring" && (
              <NumberField
                label={field.periods}
                value={draft.periods}
                min={1}
                max={1200}
                onChange={(periods) => periods !== draft.periods && change({ ...draft, periods: periods ?? 1 })}
              />
            )}
          </span>
        )}
      >
        {one.valueKind === "recurring" && one.period !== null
          ? recurring({ period: period[one.period], periods: one.periods ?? 1 })
          : valueKind.fixed}
      </InlineField>
    </Fact>
  );
}
