import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Fact } from "#web/kit/facts-list.tsx";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Select } from "#web/kit/select.tsx";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { opportunityKey, type EditsProps } from "#web/opportunity/use-opportunity.ts";

/** The currency of the project; another than the agency's keeps the rate of its day until it is refreshed. */
export function CurrencyFact({ one, save }: EditsProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const home = useMe().workspace.currency;
  const [isEditing, setIsEditing] = useState(false);
  const rates = useQuery({ queryKey: ["exchange-rates"], queryFn: () => ask("listExchangeRates", {}), enabled: isEditing });
  const known = new Set([home, one.currency, ...(rates.data?.data ?? []).map(({ currency }) => currency)]);
  return (
    <>
      <Fact label={field.currency}>
        <span onFocus={() => setIsEditing(true)} onPointerEnter={() => setIsEditing(true)}>
          <InlineField
            label={field.currency}
            value={one.currency}
            canEdit={one.can.edit}
            onSave={(currency) => save({ currency })}
            editor={({ draft, save: choose }) => (
              <Select
                label={field.currency}
                hidesLabel
                autoFocus
                size="small"
                options={[...known].map((id) => ({ id, label: id }))}
                value={draft}
                onChange={choose}
              />
            )}
          >
            {one.currency}
          </InlineField>
        </span>
      </Fact>
      {one.currency !== home && <Rate one={one} />}
    </>
  );
}

function Rate({ one }: Pick<EditsProps, "one">) {
  const { words } = useSpoken();
  const { field, refreshRate } = words.opportunity;
  const { locale } = useSurroundings();
  const home = useMe().workspace.currency;
  const client = useQueryClient();
  const report = useReport();
  const refresh = async (): Promise<void> => {
    try {
      const saved = await ask("refreshOpportunityRate", { params: { id: one.id }, body: {} });
      client.setQueryData(opportunityKey(one.id), saved);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
    } catch (error) {
      report(error, OPPORTUNITIES);
    }
  };
  return (
    <Fact label={field.rate}>
      {`1 ${one.currency} = ${formatNumber(one.rate.value, locale, 6)} ${home}`}
      {one.rate.on && `, ${formatDay(one.rate.on, locale)}`}{" "}
      {one.can.edit && (
        <Button look="link" size="small" onPress={() => void refresh()}>
          {refreshRate}
        </Button>
      )}
    </Fact>
  );
}
