import type { Explanation } from "#domain/quote/explanation.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import { figureText } from "#web/quote/explanation-text.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { tellingOf } from "#web/quote/telling.ts";
import styles from "#web/quote/explanation.module.css";

type ExplanationPanelProps = { readonly work: QuoteWork; readonly explanation: Explanation; readonly onClose: () => void };

/** How a figure came about, down to what was typed: each part unfolds. */
export function ExplanationPanel({ work, explanation, onClose }: ExplanationPanelProps) {
  const { words } = useAllSpoken();
  return (
    <Sheet isOpen onClose={onClose} title={words.quoting.explain.title}>
      <ul className={styles.tree}>
        <Told work={work} explanation={explanation} isOpen />
      </ul>
      {(explanation.figure === "vatOnMargin" || explanation.figure === "netMargin") && (
        <p className={styles.note}>{words.quoting.explain.estimate}</p>
      )}
    </Sheet>
  );
}

function Told({ work, explanation, isOpen = false }: Omit<ExplanationPanelProps, "onClose"> & { readonly isOpen?: boolean }) {
  const name = useFigureName(work);
  const { locale } = useSurroundings();
  const { words } = useAllSpoken();
  const { figure, lineId, value, rounded, terms, parts } = explanation;
  const telling = tellingOf(work.reckoned.sheet, locale);
  const { currency } = work.reckoned.sheet;
  const head = (
    <span className={styles.head}>
      <span>{name(figure, lineId)}</span>
      <b>{figureText(figure, value, { ...telling, lineId })}</b>
    </span>
  );
  const isLong = terms.length > 4;
  const formula = (
    <ul className={isLong ? styles.long : styles.formula}>
      {terms.map((one, index) => (
        <li key={`${index} ${one.figure} ${one.lineId}`}>
          {one.sign === "-" ? "−" : one.sign} {figureText(one.figure, one.value, { ...telling, lineId: one.lineId ?? lineId })}{" "}
          <small>{name(one.figure, one.lineId)}</small>
        </li>
      ))}
    </ul>
  );
  if (terms.length === 0) return <li className={styles.plain}>{head}</li>;
  return (
    <li>
      <details open={isOpen}>
        <summary>{head}</summary>
        {formula}
        {rounded && (
          <p className={styles.note}>
            {words.quoting.explain.rounded[rounded.to]({
              step: /[1-9]/.test(rounded.step) ? roundedStep(figure, rounded.step, { locale, currency }) : rounded.step,
            })}
          </p>
        )}
        {parts.length > 0 && (
          <ul className={styles.parts}>
            {parts.map((part, index) => (
              <Told key={`${index} ${part.figure} ${part.lineId}`} work={work} explanation={part} isOpen={isOpen && parts.length === 1} />
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

const COUNTED: ReadonlySet<string> = new Set(["count", "vehicles", "supplierFree", "freePlaces", "drivers", "thresholdsReached"]);

function roundedStep(figure: string, step: string, { locale, currency }: { locale: string; currency: string }): string {
  return COUNTED.has(figure) ? step : formatMoney({ amount: step, currency }, locale);
}

/** "Cost, Coach" */
function useFigureName(work: QuoteWork): (figure: Explanation["figure"], lineId?: string) => string {
  const { words } = useAllSpoken();
  const { lines } = work.reckoned.sheet;
  return (figure, lineId) => {
    const line = lineId === undefined ? undefined : lines.find(({ id }) => id === lineId);
    return line ? words.quoting.explain.ofLine({ figure: words.quoting.figure[figure], name: line.name }) : words.quoting.figure[figure];
  };
}
