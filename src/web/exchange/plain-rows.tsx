import type { ImportKind } from "#domain/exchange/fields.ts";
import { isDay } from "#domain/shared/day.ts";
import { useAllWords } from "#web/app/words.ts";
import { fieldLabel, useFieldsOfFile } from "#web/exchange/field-label.ts";
import type { Shown } from "#web/exchange/shown-rows.ts";
import type { ImportRow } from "#web/exchange/use-import.ts";
import { formatDay, formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import type { Words } from "#words/en.ts";
import styles from "#web/exchange/rows-panel.module.css";
import look from "#web/kit/table-look.module.css";

type PlainRowsProps = { rows: readonly ImportRow[]; show: Shown; kind: ImportKind };

/** Lines that are right: what is read in each, and for an update what it changes. */
export function PlainRows({ rows, show, kind }: PlainRowsProps) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { rows: say } = exchange;
  return (
    <div className={styles.scroll} role="region" aria-label={say[show]} tabIndex={0}>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col" className={look.figures}>
              {say.line}
            </th>
            <th scope="col">{say.name}</th>
            {show === "duplicates" && <th scope="col">{say.likeName}</th>}
            <th scope="col">{show === "update" ? say.changes : say.values}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={look.figures}>{formatNumber(row.line, locale)}</td>
              <th scope="row" className={styles.name} title={row.name}>
                {row.name}
              </th>
              {show === "duplicates" && <td className={styles.name}>{row.duplicateOf}</td>}
              {show === "update" ? <Changes row={row} kind={kind} /> : <Values row={row} kind={kind} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { row: ImportRow; kind: ImportKind };

function Values({ row, kind }: RowProps) {
  const words = useAllWords();
  const custom = useFieldsOfFile(kind);
  const { locale } = useSurroundings();
  const said = Object.entries(row.values)
    .filter(([field]) => field !== "externalId")
    .map(([field, value]) => `${fieldLabel(field, words.exchange, custom)}: ${valueText(value, locale, words)}`)
    .join(" · ");
  return (
    <td className={styles.said} title={said}>
      {said}
    </td>
  );
}

function Changes({ row, kind }: RowProps) {
  const words = useAllWords();
  const custom = useFieldsOfFile(kind);
  const { locale } = useSurroundings();
  return (
    <td className={styles.changes}>
      {row.changes.map(({ field, from, to }) => (
        <div key={field}>
          {fieldLabel(field, words.exchange, custom)}: <span className={styles.from}>{valueText(from, locale, words)}</span> {"\u2192"}{" "}
          <b>{valueText(to, locale, words)}</b>
        </div>
      ))}
    </td>
  );
}

function valueText(value: string, locale: string, { common, opportunity }: Words): string {
  if (value === "true" || value === "false") return value === "true" ? common.yes : common.no;
  if (value === "open" || value === "won" || value === "lost") return opportunity.outcome[value];
  const day = value.slice(0, 10);
  return isDay(day) && (value.length === 10 || value.charAt(10) === "T") ? formatDay(day, locale) : value;
}
