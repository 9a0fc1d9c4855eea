import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay, useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { Panel } from "#web/kit/panel.tsx";
import { RATES, type Rate } from "#web/settings/exchange-rates.ts";
import { ImportRates } from "#web/settings/import-rates.tsx";
import { RateDialog } from "#web/settings/rate-dialog.tsx";
import { RateHistory } from "#web/settings/rate-history.tsx";
import { Section } from "#web/settings/section.tsx";
import section from "#web/settings/section.module.css";
import styles from "#web/kit/table-look.module.css";

type Open = { readonly dialog: "rate"; readonly rate: Rate | undefined } | { readonly dialog: "history"; readonly currency: string };

export function RatesSection() {
  const { words } = useAllSpoken();
  const { rates: say, loading, section: names } = words.settings;
  const { workspace } = useMe();
  const canEdit = useMay("settings", "write");
  const rates = useQuery({ queryKey: RATES, queryFn: () => ask("listExchangeRates", {}) });
  const [open, setOpen] = useState<Open>();
  useLiveUpdates();
  const actions = canEdit && (
    <span className={section.actions}>
      <ImportRates />
      <Button onPress={() => setOpen({ dialog: "rate", rate: undefined })}>{say.add}</Button>
    </span>
  );
  return (
    <Section title={names.rates} text={say.text({ currency: workspace.currency })} action={actions} isOfAgency>
      <p className={section.text}>{canEdit && say.importHint}</p>
      <Loaded query={rates} label={loading}>
        {({ data }) =>
          data.length === 0 ? (
            <p>{say.empty}</p>
          ) : (
            <Panel title={names.rates} count={data.length} isFlush>
              <RateTable rates={data} onOpen={setOpen} canEdit={canEdit} />
            </Panel>
          )
        }
      </Loaded>
      {open?.dialog === "rate" && <RateDialog rate={open.rate} taken={rates.data?.data ?? []} onClose={() => setOpen(undefined)} />}
      {open?.dialog === "history" && <RateHistory currency={open.currency} canEdit={canEdit} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

type TableProps = { readonly rates: readonly Rate[]; readonly onOpen: (open: Open) => void; readonly canEdit: boolean };

function RateTable({ rates, onOpen, canEdit }: TableProps) {
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
            <td />
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.currency}>
              <th scope="row">{rate.currency}</th>
              <td>{say.equals({ currency: rate.currency, rate: formatNumber(rate.rate, locale, 6), own: workspace.currency })}</td>
              <td>{formatDay(rate.onDay, locale)}</td>
              <td>{rate.source === "typed" ? say.typed : rate.source}</td>
              <td className={styles.figures}>
                <Button
                  size="small"
                  look="quiet"
                  label={say.showHistory(rate)}
                  onPress={() => onOpen({ dialog: "history", currency: rate.currency })}
                >
                  {say.history}
                </Button>
                {canEdit && (
                  <Button
                    size="small"
                    look="quiet"
                    label={`${words.common.edit}, ${rate.currency}`}
                    onPress={() => onOpen({ dialog: "rate", rate })}
                  >
                    {words.common.edit}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
