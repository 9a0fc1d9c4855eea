import { percentOf } from "#domain/product/product-line.ts";
import { roundHalfAway } from "#domain/shared/fraction.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatMoney, formatPercent, regionalLocale } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { priceText } from "#web/product/figures.ts";
import type { Compared, Side } from "#web/quote/compared.ts";
import { freePlacesText } from "#web/quote/free-places-text.ts";
import { signedDifference } from "#web/quote/signed-difference.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/compare.module.css";

/** Free places, prices, and what the group comes to. */
export function CompareTotals({ compared }: { compared: Compared }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting;
  const { before, after, costs, payers } = compared;
  const { currency } = after.reckoned.costing;
  const money = (amount: string): string => formatMoney({ amount, currency }, locale, "never");
  const minor = (side: Side, of: "revenueMinor" | "costMinor" | "marginMinor"): string | undefined =>
    side.column && formatAmount(side.column.total[of], currency);
  const freePlaces = (side: Side): string | undefined =>
    side.column && formatAmount(roundHalfAway(side.column.price.freePlacesPart), currency);
  const hasFreePlaces = after.reckoned.sheet.freePlaces.rule !== "none" || before.reckoned.sheet.freePlaces.rule !== "none";
  const plain = (amount: string): string => priceText(amount, currency, regionalLocale(locale));
  return (
    <>
      {costs && hasFreePlaces && (
        <TotalRow label={freePlacesText(after.reckoned.sheet.freePlaces, words)} compared={compared} of={freePlaces} write={plain} />
      )}
      {costs && (
        <TotalRow isStrong label={say.row.exactPrice} compared={compared} of={({ base }) => base?.exact ?? undefined} write={plain} />
      )}
      <TotalRow
        isStrong
        label={say.row.price}
        compared={compared}
        of={({ base }) => base?.price}
        write={(amount) => formatMoney({ amount, currency }, locale)}
      />
      {costs && (
        <TotalRow label={say.compare.sale({ n: payers })} compared={compared} of={(side) => minor(side, "revenueMinor")} write={money} />
      )}
      {costs && <TotalRow label={say.totals.cost} compared={compared} of={(side) => minor(side, "costMinor")} write={money} />}
      {costs && <TotalRow label={say.totals.margin} compared={compared} of={(side) => minor(side, "marginMinor")} write={money} />}
      {costs && <MarginRow compared={compared} />}
    </>
  );
}

type TotalRowProps = {
  readonly label: string;
  readonly compared: Compared;
  readonly of: (side: Side) => string | undefined;
  readonly write: (amount: string) => string;
  readonly isStrong?: boolean;
};

function TotalRow({ label, compared, of, write, isStrong = false }: TotalRowProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const [before, after] = [of(compared.before), of(compared.after)];
  const { currency } = compared.after.reckoned.costing;
  const span = compared.costs ? 3 : 1;
  return (
    <tr data-strong={isStrong || undefined}>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      <td colSpan={span} className={classNames(look.figures, styles.first)}>
        {before === undefined ? "–" : write(before)}
      </td>
      <td colSpan={span} className={classNames(look.figures, styles.first)} data-changed={(before !== after && isStrong) || undefined}>
        {after === undefined ? "–" : write(after)}
      </td>
      <td className={look.figures}>
        {before !== undefined &&
          after !== undefined &&
          signedDifference(before, after, { currency, locale, same: words.quoting.compare.same, write })}
      </td>
    </tr>
  );
}

function MarginRow({ compared }: { compared: Compared }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const rate = ({ column }: Side): string | null | undefined => column && percentOf(column.total.revenueMinor, column.total.marginMinor);
  const [before, after] = [rate(compared.before), rate(compared.after)];
  const written = (percent: string | null | undefined): string => (percent ? formatPercent(percent, locale, 1) : "–");
  const points = before && after ? Math.round((Number(after) - Number(before)) * 10) / 10 : undefined;
  const number = new Intl.NumberFormat(regionalLocale(locale), { minimumFractionDigits: 1, signDisplay: "exceptZero" });
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {words.quoting.row.marginRate}
      </th>
      <td colSpan={3} className={classNames(look.figures, styles.first)}>
        {written(before)}
      </td>
      <td colSpan={3} className={classNames(look.figures, styles.first)}>
        {written(after)}
      </td>
      <td className={look.figures}>
        {points === undefined
          ? "–"
          : points === 0
            ? words.quoting.compare.same
            : words.quoting.compare.points({ n: number.format(points).replace("-", "−").replace("+", "+\u00a0").replace("−", "−\u00a0") })}
      </td>
    </tr>
  );
}
