import { useAllWords } from "#web/app/words.ts";
import { fieldLabel, useFieldsOfFile } from "#web/exchange/field-label.ts";
import { stepHref } from "#web/exchange/import-steps.ts";
import type { Import } from "#web/exchange/use-import.ts";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/exchange/import-page.module.css";
import look from "#web/kit/table-look.module.css";

const SHOWN = 10;

/** The mapping beside the lines it was made for: those taken over first. */
export function ColumnsPanel({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { columns: say } = exchange;
  const { columns } = one;
  const custom = useFieldsOfFile(one.kind);
  const sorted = columns.toSorted((a, b) => Number(a.field === null) - Number(b.field === null));
  const taken = columns.filter(({ field }) => field !== null).length;
  const edit = <Link href={stepHref(one, "columns")}>{say.edit}</Link>;
  return (
    <Panel title={say.title} count={say.of({ taken, all: columns.length })} action={edit} isFlush>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{say.inFile}</th>
            <th scope="col">{say.inEscale}</th>
            <th scope="col" className={look.figures}>
              {say.filled}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map(({ header, field, filled }) => (
            <tr key={header}>
              <th scope="row" className={look.cut} title={header}>
                {header}
              </th>
              <td className={field === null ? styles.leftOut : undefined}>
                {field === null ? say.leftOut : fieldLabel(field, exchange, custom)}
              </td>
              <td className={look.figures}>{field === null ? "–" : formatNumber(filled, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > SHOWN && (
        <p className={styles.more}>
          <Link href={stepHref(one, "columns")}>{say.others({ n: columns.length - SHOWN })}</Link>
        </p>
      )}
    </Panel>
  );
}
