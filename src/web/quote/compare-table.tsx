import { dateOfDay } from "#domain/quote/quote-sheet.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { countedText } from "#web/catalogue/product-words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatDay, regionalLocale } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { priceText } from "#web/product/figures.ts";
import { costText, rateText } from "#web/quote/cell-texts.ts";
import { VersionHead } from "#web/quote/compare-head.tsx";
import { CompareTotals } from "#web/quote/compare-totals.tsx";
import { partOf, type Compared, type Side } from "#web/quote/compared.ts";
import { onlyDifferences, type LinePair } from "#web/quote/compared-rows.ts";
import { signedDifference } from "#web/quote/signed-difference.ts";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/compare.module.css";

type CompareTableProps = {
  readonly before: QuoteVersion;
  readonly after: QuoteVersion;
  readonly compared: Compared;
  readonly isOnly: boolean;
  readonly numbers: readonly number[];
};

/** Line by line: what it was, what it is, and the difference for one payer. */
export function CompareTable({ before, after, compared, isOnly, numbers }: CompareTableProps) {
  const { words } = useAllSpoken();
  const say = words.quoting;
  const { costs } = compared;
  const rows = isOnly ? onlyDifferences(compared.rows, compared.isApart) : compared.rows;
  return (
    <div className={styles.region} role="region" aria-label={say.compare.title} tabIndex={0}>
      <table className={classNames(look.table, styles.table)}>
        <thead>
          <tr>
            <td colSpan={2} className={styles.about}>
              {after.quote.name}
            </td>
            <VersionHead version={before} other={after} numbers={numbers} side="from" span={costs ? 3 : 1} />
            <VersionHead version={after} other={before} numbers={numbers} side="to" span={costs ? 3 : 1} />
            <td />
          </tr>
          <tr>
            <th scope="col">{say.grid.name}</th>
            <th scope="col">{say.grid.calculation}</th>
            {[0, 1].map((side) => (
              <SideHeads key={side} costs={costs} />
            ))}
            <th scope="col" className={look.figures}>
              {say.compare.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.kind === "day" ? (
              <tr key={row.id} className={look.group}>
                <th scope="rowgroup" colSpan={costs ? 9 : 5}>
                  <DayName compared={compared} index={row.index} title={row.day.title} />
                </th>
              </tr>
            ) : (
              <PairRow key={row.id} pair={row} compared={compared} />
            ),
          )}
          <CompareTotals compared={compared} />
        </tbody>
      </table>
    </div>
  );
}

function SideHeads({ costs }: { costs: boolean }) {
  const { words } = useAllSpoken();
  const say = words.quoting;
  return (
    <>
      {costs && (
        <>
          <th scope="col" className={classNames(look.figures, styles.first)}>
            {say.grid.cost}
          </th>
          <th scope="col" className={look.figures}>
            {say.compare.margin}
          </th>
        </>
      )}
      <th scope="col" className={look.figures}>
        {say.compare.perPayer}
      </th>
    </>
  );
}

function DayName({ compared, index, title }: { compared: Compared; index: number; title: string }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const date = dateOfDay(compared.after.reckoned.sheet, index);
  return [words.quoting.dayNumber({ n: index + 1 }), date && formatDay(date, locale, "short"), title].filter(Boolean).join(" · ");
}

function PairRow({ pair, compared }: { pair: LinePair; compared: Compared }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.compare;
  const isApart = compared.isApart(pair);
  const line = pair.after ?? pair.before;
  if (!line) return null;
  const parts = [partOf(compared.before, pair.before?.id), partOf(compared.after, pair.after?.id)] as const;
  const { currency } = compared.after.reckoned.costing;
  return (
    <tr data-gone={pair.after ? undefined : ""} data-different={isApart || undefined} tabIndex={isApart ? -1 : undefined}>
      <th scope="row">
        {line.name}
        {!pair.before && <Pill>{say.added}</Pill>}
        {pair.isMoved && <Pill>{say.moved}</Pill>}
      </th>
      <td className={look.quiet}>{countedText(line, words)}</td>
      <SideCells side={compared.before} line={pair.before} compared={compared} part={parts[0]} />
      <SideCells
        side={compared.after}
        line={pair.after}
        compared={compared}
        part={parts[1]}
        changed={pair}
        {...(pair.after ? {} : { gone: say.removed })}
        isPriceChanged={parts[0] !== parts[1]}
      />
      <td className={look.figures}>{signedDifference(parts[0] ?? "0", parts[1] ?? "0", { currency, locale, same: say.same })}</td>
    </tr>
  );
}

type SideCellsProps = {
  readonly side: Side;
  readonly line: LinePair["before"];
  readonly compared: Compared;
  readonly part: string | undefined;
  readonly changed?: LinePair;
  readonly gone?: string;
  readonly isPriceChanged?: boolean;
};

function SideCells({ side, line, compared, part, changed, gone, isPriceChanged = false }: SideCellsProps) {
  const { locale } = useSurroundings();
  const isNew = changed !== undefined && !changed.before;
  const mark = (is: boolean): true | undefined => is || undefined;
  const row = line && ({ kind: "line", id: line.id, line } as const);
  const { currency } = side.reckoned.costing;
  return (
    <>
      {compared.costs && (
        <>
          <td className={classNames(look.figures, styles.first)} data-changed={mark(isNew || changed?.changed.has("cost") === true)}>
            {row ? costText(row, currency, locale) : "–"}
          </td>
          <td className={look.figures} data-changed={mark(isNew || changed?.changed.has("rate") === true)}>
            {row ? rateText(side.reckoned, row, locale)?.text : "–"}
          </td>
        </>
      )}
      <td
        className={classNames(look.figures, !compared.costs && styles.first)}
        data-changed={mark(changed !== undefined && line !== undefined && isPriceChanged)}
      >
        {line ? part === undefined ? "–" : priceText(part, currency, regionalLocale(locale)) : gone ? <Pill>{gone}</Pill> : "–"}
      </td>
    </>
  );
}
