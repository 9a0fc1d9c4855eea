import { RATES, type Rate } from "#web/settings/exchange-rates.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay, useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { Panel } from "#web/kit/panel.tsx";
import { RateDialog } from "#web/settings/rate-dialog.tsx";
import { Section } from "#web/settings/section.tsx";
import section from "#web/settings/section.module.css";
import styles from "#web/kit/table-look.module.css";

export function RatesSection() {
  const { words } = useAllSpoken();
  const { rates: say, loading, section: names } = words.settings;
  const { workspace } = useMe();
  const canEdit = useMay("settings", "write");
  const rates = useQuery({ queryKey: RATES, queryFn: () => ask("listExchangeRates", {}) });
  const [editing, setEditing] = useState<Rate | "new">();
  const add = canEdit && <Button onPress={() => setEditing("new")}>{say.add}</Button>;
  return (
    <Section title={names.rates} text={say.text({ currency: workspace.currency })} action={add} isOfAgency>
      <Loaded query={rates} label={loading}>
        {({ data }) =>
          data.length === 0 ? (
            <p>{say.empty}</p>
          ) : (
            <Panel title={names.rates} count={data.length} isFlush>
              <RateTable rates={data} {...(canEdit ? { onEdit: setEditing } : {})} />
            </Panel>
          )
        }
      </Loaded>
      {editing && (
        <RateDialog rate={editing === "new" ? undefined : editing} taken={rates.data?.data ?? []} onClose={() => setEditing(undefined)} />
      )}
    </Section>
  );
}

function RateTable({ rates, onEdit }: { rates: readonly Rate[]; onEdit?: (rate: Rate) => void }) {
  const { locale, words } = useAllSpoken();
  const { rates: say } = words.settings;
  const { workspace } = useMe();
  return (
    <div className={section.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.currency}</th>
            <th scope="col">{say.rate}</th>
            <th scope="col">{say.day}</th>
            <th scope="col">{say.source}</th>
            {onEdit && <td />}
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.currency}>
              <th scope="row">{rate.currency}</th>
              <td>{say.equals({ currency: rate.currency, rate: formatNumber(rate.rate, locale, 6), own: workspace.currency })}</td>
              <td>{formatDay(rate.onDay, locale)}</td>
              <td>{rate.source === "typed" ? say.typed : rate.source}</td>
              {onEdit && (
                <td className={styles.figures}>
                  <Button size="small" look="quiet" label={`${words.common.edit}, ${rate.currency}`} onPress={() => onEdit(rate)}>
                    {words.common.edit}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
