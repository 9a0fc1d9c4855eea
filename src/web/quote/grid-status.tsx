import { useAllSpoken } from "#web/app/words.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { explanationOf } from "#web/quote/cell-explanation.ts";
import { sumText } from "#web/quote/explanation-text.ts";
import { isLineRow, type GridColumnId, type GridRow } from "#web/quote/quote-grid-rows.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { tellingOf } from "#web/quote/telling.ts";
import styles from "#web/quote/quote-grid.module.css";

type GridStatusProps = {
  readonly id: string;
  readonly work: QuoteWork;
  readonly row: GridRow | undefined;
  readonly column: GridColumnId | undefined;
};

/** Under the grid: the sum of the cell that has the focus, and where its rate comes from. It describes the cell for readers. */
export function GridStatus({ id, work, row, column }: GridStatusProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const text = row && column !== undefined ? statusText(work, row, column, { words, locale }) : undefined;
  return (
    <p id={id} className={styles.status}>
      {text ?? (work.canEdit && work.costs ? words.quoting.grid.hint : "")}
    </p>
  );
}

type Told = { readonly words: ReturnType<typeof useAllSpoken>["words"]; readonly locale: string };

export function statusText(work: QuoteWork, row: GridRow, column: GridColumnId, { words, locale }: Told): string | undefined {
  const say = words.quoting.grid;
  if (typeof column === "number") {
    const explanation = work.costs ? explanationOf(work.reckoned, row, column) : undefined;
    if (!explanation) return undefined;
    return sumText(explanation, tellingOf(work.reckoned.sheet, locale)) ?? say.sumOf({ n: explanation.terms.length });
  }
  if (column !== "rate" || !isLineRow(row)) return undefined;
  if (row.line.ratePercent !== null) return say.ownRate;
  const day = work.reckoned.sheet.days.find((one) => one.id === row.line.dayId);
  return day?.ratePercent ? say.dayRate : say.quoteRate;
}
