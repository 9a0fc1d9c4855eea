import { payersOfSheet } from "#domain/quote/quote-sheet.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { NumberField } from "#web/kit/number-field.tsx";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-side.module.css";

/** How many of the chosen group take which supplement or option. */
export function TakenFields({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { sheet } = work.reckoned;
  const extras = sheet.lines.filter(({ part }) => part !== "base");
  if (extras.length === 0 || !mayEditFigures(work)) return null;
  const set = (lineId: string, takers: number): void => {
    const others = sheet.taken.filter((one) => one.lineId !== lineId);
    work.edit([{ kind: "setSheet", field: "taken", was: sheet.taken, to: takers === 0 ? others : [...others, { lineId, takers }] }]);
  };
  return (
    <details className={styles.taken}>
      <summary>{words.quoting.totals.taken}</summary>
      {extras.map(({ id, name }) => (
        <NumberField
          key={id}
          label={name}
          min={0}
          max={payersOfSheet(sheet) ?? 0}
          value={sheet.taken.find(({ lineId }) => lineId === id)?.takers ?? 0}
          onChange={(takers) => takers !== null && set(id, takers)}
        />
      ))}
    </details>
  );
}
