import { useAllSpoken } from "#web/app/words.ts";
import { formatDay, formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { bandText } from "#web/quote/band-text.ts";
import type { Compared } from "#web/quote/compared.ts";
import { settingChanges } from "#web/quote/setting-changes.ts";
import { signedDifference } from "#web/quote/signed-difference.ts";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import { classNames } from "#web/kit/class-names.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/compare.module.css";

type CompareSideProps = {
  readonly before: QuoteVersion;
  readonly after: QuoteVersion;
  readonly compared: Compared;
  readonly bases: readonly number[];
};

/** What the client will notice, never costs; every base; what the quote is reckoned with. */
export function CompareSide({ before, after, compared, bases }: CompareSideProps) {
  return (
    <aside className={styles.side}>
      <Noticed compared={compared} bases={bases} />
      <ByBase before={before} after={after} compared={compared} bases={bases} />
      <Settings compared={compared} />
    </aside>
  );
}

function Noticed({ compared, bases }: { compared: Compared; bases: readonly number[] }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.compare;
  const { before, after, rows, payers } = compared;
  const { currency } = after.reckoned.costing;
  const money = (amount: string): string => formatMoney({ amount, currency }, locale);
  const prices = [before.base?.price, after.base?.price];
  const [was, is] = prices;
  const pairs = rows.filter((row) => row.kind === "line");
  const dates = [before.reckoned.sheet.departsOn, after.reckoned.sheet.departsOn];
  const told = [
    was !== undefined &&
      is !== undefined &&
      was !== is &&
      say.price({ before: money(was), after: money(is), base: bandText(bases, payers) }),
    ...pairs.filter((pair) => !pair.before).map(({ after: line }) => say.nowIn({ name: line?.publicName ?? line?.name ?? "" })),
    ...pairs.filter((pair) => !pair.after).map(({ before: line }) => say.nowOut({ name: line?.publicName ?? line?.name ?? "" })),
    dates[0] !== dates[1] && dates[1] && words.quoting.chip.departs({ day: formatDay(dates[1], locale) }),
  ].filter((text) => typeof text === "string");
  return (
    <Panel title={say.clientSees}>
      <ul className={styles.noticed}>
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {told.length === 0 && <li>{say.nothing}</li>}
      </ul>
    </Panel>
  );
}

function ByBase({ before, after, compared, bases }: CompareSideProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting;
  const { currency } = compared.after.reckoned.costing;
  const money = (amount: string | undefined): string => (amount === undefined ? "–" : formatMoney({ amount, currency }, locale));
  return (
    <Panel title={say.compare.byBase} isFlush>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{say.totals.payers}</th>
            <th scope="col" className={look.figures}>{`v${before.number}`}</th>
            <th scope="col" className={look.figures}>{`v${after.number}`}</th>
            <th scope="col" className={look.figures}>
              {say.compare.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {bases.map((base) => {
            const was = compared.before.bases.find(({ payers }) => payers === base)?.price;
            const is = compared.after.bases.find(({ payers }) => payers === base)?.price;
            return (
              <tr key={base} className={classNames(base === compared.payers && styles.chosen)}>
                <th scope="row">{bandText(bases, base)}</th>
                <td className={look.figures}>{money(was)}</td>
                <td className={look.figures}>
                  <b>{money(is)}</b>
                </td>
                <td className={look.figures}>
                  {was !== undefined &&
                    is !== undefined &&
                    signedDifference(was, is, { currency, locale, same: say.compare.same, write: money })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

function Settings({ compared }: { compared: Compared }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const changes = settingChanges(compared, { words, locale });
  return (
    <Panel title={words.quoting.compare.settings}>
      <dl className={styles.settings}>
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before === after ? (
                `${after}, ${words.quoting.compare.unchanged}`
              ) : (
                <>
                  {before}, <b>{after}</b>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
