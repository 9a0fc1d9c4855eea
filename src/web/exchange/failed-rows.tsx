import { useState } from "react";
import { useAllWords } from "#web/app/words.ts";
import { CorrectField } from "#web/exchange/correct-field.tsx";
import type { ImportRow, Mapping } from "#web/exchange/use-import.ts";
import { Button } from "#web/kit/button.tsx";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/exchange/rows-panel.module.css";
import look from "#web/kit/table-look.module.css";

type Problem = ImportRow["problems"][number];
type Everywhere = { readonly header: string; readonly from: string; readonly to: string; readonly n: number };

/** Lines in error, in the order of the file, with the field to correct each. */
export function FailedRows({ rows, correct }: { rows: readonly ImportRow[]; correct: (body: Mapping) => void }) {
  const { exchange } = useAllWords();
  const { rows: say } = exchange;
  const [offered, setOffered] = useState<Everywhere>();
  const correctOne = (line: number, { header, value, rows: same }: Problem, to: string): void => {
    if (header === null) return;
    correct({ corrections: { [line]: { [header]: to } } });
    setOffered(same > 1 && value !== "" ? { header, from: value, to, n: same - 1 } : undefined);
  };
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={say.failed} tabIndex={0}>
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col" className={look.figures}>
                {say.line}
              </th>
              <th scope="col">{say.column}</th>
              <th scope="col">{say.value}</th>
              <th scope="col">{say.problem}</th>
              <th scope="col">{say.correct}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row) =>
              row.problems.map((problem) => (
                <FailedRow
                  key={`${row.line} ${problem.header ?? ""} ${problem.code}`}
                  line={row.line}
                  problem={problem}
                  onCorrect={(to) => correctOne(row.line, problem, to)}
                />
              )),
            )}
          </tbody>
        </table>
      </div>
      {offered && (
        <p className={styles.apply} role="status">
          {say.applyAsk(offered)}
          <Button
            look="link"
            size="small"
            onPress={() => {
              correct({ replacements: { [offered.header]: { [offered.from]: offered.to } } });
              setOffered(undefined);
            }}
          >
            {say.apply}
          </Button>
        </p>
      )}
    </>
  );
}

function FailedRow({ line, problem, onCorrect }: { line: number; problem: Problem; onCorrect: (to: string) => void }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { rows: say } = exchange;
  const { header, value, detail } = problem;
  return (
    <tr>
      <td className={look.figures}>{formatNumber(line, locale)}</td>
      <th scope="row">{header ?? say.wholeLine}</th>
      <td>
        <span className={value === "" ? `${styles.read} ${styles.empty}` : styles.read} title={value}>
          {value === "" ? say.emptyCell : value}
        </span>
      </td>
      <td className={styles.problem}>{detail}</td>
      <td className={styles.editor}>
        {header !== null && problem.code !== "row.forbidden" ? (
          <CorrectField field={problem.field} value={value} label={say.correctOf({ line, column: header })} onCorrect={onCorrect} />
        ) : (
          "–"
        )}
      </td>
    </tr>
  );
}
