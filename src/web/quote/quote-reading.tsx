import { useState } from "react";
import { dateOfDay } from "#domain/quote/quote-sheet.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatDay, formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Select } from "#web/kit/select.tsx";
import { bandText } from "#web/quote/band-text.ts";
import { baseFigures, costText, priceTexts, rateText, type BaseFigures } from "#web/quote/cell-texts.ts";
import { chosenBase } from "#web/quote/chosen-base.ts";
import { freePlacesText } from "#web/quote/free-places-text.ts";
import { countedText } from "#web/catalogue/product-words.ts";
import { isLineRow, rowsOf, type GridRow } from "#web/quote/quote-grid-rows.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-reading.module.css";

/** On a phone: one base at a time, read from top to bottom; a line opens in its sheet. */
export function QuoteReading({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet } = work.reckoned;
  const bases = work.seenBases ?? baseFigures(work.reckoned);
  const [shown, setShown] = useState(chosenBase(sheet) ?? sheet.bases[0]);
  const base = bases.find(({ payers }) => payers === shown);
  const price = base && formatMoney({ amount: base.price, currency: sheet.currency }, locale);
  return (
    <section className={styles.reading} aria-label={words.quoting.grid.label}>
      <div className={styles.head}>
        <Select
          label={words.quoting.totals.group}
          value={shown === undefined ? null : String(shown)}
          options={sheet.bases.map((one) => ({ id: String(one), label: bandText(sheet.bases, one) }))}
          onChange={(id) => setShown(Number(id))}
        />
        {price && (
          <p className={styles.price}>
            <b>{price}</b> {words.quoting.perPerson}
          </p>
        )}
      </div>
      <ul className={styles.rows}>
        {rowsOf(sheet, work.costs).map((row) => (
          <Row key={`${row.kind} ${row.id}`} row={row} work={work} bases={bases} shown={shown} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = {
  readonly row: GridRow;
  readonly work: QuoteWork;
  readonly bases: readonly BaseFigures[];
  readonly shown: number | undefined;
};

function Row({ row, work, bases, shown }: RowProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet, costing } = work.reckoned;
  const at = bases.findIndex(({ payers }) => payers === shown);
  const text = priceTexts(bases, row, { currency: costing.currency, locale })[at]?.text ?? "";
  if (row.kind === "day" || row.kind === "general") return <li className={styles.day}>{headingOf(row, work, { words, locale })}</li>;
  if (!isLineRow(row)) {
    const name = row.kind === "freePlaces" ? freePlacesText(sheet.freePlaces, words) : words.quoting.row[row.kind];
    return (
      <li className={styles.reckoned} data-strong={row.kind === "price" || undefined}>
        <span>{name}</span>
        <span>{text}</span>
      </li>
    );
  }
  const details = [
    countedText(row.line, words),
    work.costs && costText(row, costing.currency, locale),
    work.costs && rateText(work.reckoned, row, locale)?.text,
  ].filter(Boolean);
  return (
    <li>
      <button type="button" className={styles.line} onClick={() => work.openLine(row.id)}>
        <span>
          <b>{row.line.name}</b>
          <small>{details.join(" · ")}</small>
        </span>
        <span>{text}</span>
      </button>
    </li>
  );
}

type Told = { readonly words: ReturnType<typeof useAllSpoken>["words"]; readonly locale: string };

function headingOf(row: GridRow, { reckoned }: QuoteWork, { words, locale }: Told): string {
  if (row.kind !== "day") return words.quoting.row.general;
  const date = dateOfDay(reckoned.sheet, row.index);
  return [words.quoting.dayNumber({ n: row.index + 1 }), date && formatDay(date, locale, "short"), row.day.title]
    .filter(Boolean)
    .join(" · ");
}
