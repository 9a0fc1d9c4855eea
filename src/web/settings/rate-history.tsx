import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { RATES, type Rate } from "#web/settings/exchange-rates.ts";
import section from "#web/settings/section.module.css";
import styles from "#web/kit/table-look.module.css";

type HistoryProps = { readonly currency: string; readonly canEdit: boolean; readonly onClose: () => void };

/** Which rates a currency had, newest first; one that was wrong is removed. */
export function RateHistory({ currency, canEdit, onClose }: HistoryProps) {
  const { words } = useAllSpoken();
  const { rates: say, loading } = words.settings;
  const history = useInfiniteQuery({
    queryKey: [...RATES, "history", currency],
    queryFn: ({ pageParam }) =>
      ask("listExchangeRateHistory", { query: { currency, ...(pageParam === null ? {} : { before: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.nextBefore,
  });
  return (
    <Dialog isOpen onClose={onClose} title={say.historyOf({ currency })}>
      <Loaded query={history} label={loading}>
        {({ pages }) => <Rows rates={pages.flatMap(({ data }) => data)} canEdit={canEdit} />}
      </Loaded>
      {history.hasNextPage && (
        <Button look="link" onPress={() => void history.fetchNextPage()} isPending={history.isFetchingNextPage}>
          {say.older}
        </Button>
      )}
    </Dialog>
  );
}

function Rows({ rates, canEdit }: { rates: readonly Rate[]; canEdit: boolean }) {
  const { words, locale } = useAllSpoken();
  const { rates: say } = words.settings;
  const { workspace } = useMe();
  const remove = useRemoveRate();
  if (rates.length === 0) return <p>{say.noRate}</p>;
  return (
    <div className={section.scroll} tabIndex={0} role="region" aria-label={say.history}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.onDay}</th>
            <th scope="col">{say.rate}</th>
            <th scope="col">{say.source}</th>
            {canEdit && <td />}
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.onDay}>
              <th scope="row">{formatDay(rate.onDay, locale)}</th>
              <td>{say.equals({ currency: rate.currency, rate: formatNumber(rate.rate, locale, 10), own: workspace.currency })}</td>
              <td>{rate.source === "typed" ? say.typed : rate.source}</td>
              {canEdit && (
                <td className={styles.figures}>
                  <IconButton
                    icon={X}
                    size="small"
                    label={say.remove({ day: formatDay(rate.onDay, locale) })}
                    onPress={() => void remove(rate)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRemoveRate(): (rate: Rate) => Promise<void> {
  const { rates: say } = useAllSpoken().words.settings;
  const client = useQueryClient();
  const { offerUndo } = useUndo();
  const report = useReport();
  return async ({ currency, onDay }) => {
    try {
      await ask("deleteExchangeRate", { params: { currency, onDay } });
      offerUndo(say.removed({ currency }));
      await client.invalidateQueries({ queryKey: RATES });
    } catch (error) {
      report(error, RATES);
    }
  };
}
