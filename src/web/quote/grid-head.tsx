import { useAllSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { bandText } from "#web/quote/band-text.ts";
import { chosenBase } from "#web/quote/chosen-base.ts";
import type { GridColumnId } from "#web/quote/quote-grid-rows.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/quote/quote-grid.module.css";

/** The names of the columns; that of a base chooses it. */
export function GridHead({ work, columns }: { work: QuoteWork; columns: readonly GridColumnId[] }) {
  const { words } = useAllSpoken();
  const say = words.quoting.grid;
  const { sheet, costing } = work.reckoned;
  const chosen = chosenBase(sheet);
  return (
    <thead>
      <tr>
        {columns.map((column) =>
          typeof column === "number" ? (
            <th key={column} scope="col" className={classNames(look.figures, styles.base)} data-chosen={column === chosen || undefined}>
              <button
                type="button"
                className={styles.band}
                aria-pressed={column === chosen}
                disabled={!work.canEdit || !work.costs}
                title={say.chooseBase({ n: column })}
                onClick={() => work.edit([{ kind: "setSheet", field: "payers", was: sheet.payers, to: column }])}
              >
                {bandText(sheet.bases, column)}
              </button>
            </th>
          ) : (
            <th key={column} scope="col" className={classNames(styles[column], (column === "cost" || column === "rate") && look.figures)}>
              {column === "rate" ? say.rate[costing.mode] : say[column]}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}
