import { useMemo } from "react";
import type { Explanation } from "#domain/quote/explanation.ts";
import type { TotalExplained } from "#domain/quote/explain-total.ts";
import type { GroupTotal } from "#domain/quote/group-total.ts";
import { payersOfSheet } from "#domain/quote/quote-sheet.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { bandText } from "#web/quote/band-text.ts";
import { totalExplained } from "#web/quote/cell-explanation.ts";
import { chosenBase } from "#web/quote/chosen-base.ts";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import { TakenFields } from "#web/quote/taken-fields.tsx";
import styles from "#web/quote/quote-side.module.css";

/** What the chosen group pays, costs and leaves. Every figure says how it came about. */
export function TotalsPanel({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const say = words.quoting.totals;
  const { sheet, figures } = work.reckoned;
  const base = chosenBase(sheet);
  const title = base === undefined ? say.noBase : say.title({ band: bandText(sheet.bases, base) });
  return (
    <Panel title={title}>
      <dl className={styles.figures}>
        <Payers work={work} />
        {figures?.total && <Figures work={work} total={figures.total} />}
      </dl>
      {base === undefined && <p className={styles.warning}>{say.below}</p>}
      <TakenFields work={work} />
    </Panel>
  );
}

function Payers({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { sheet } = work.reckoned;
  const payers = payersOfSheet(sheet);
  const say = words.quoting.totals;
  return (
    <div>
      <dt>{say.payers}</dt>
      <dd>
        {mayEditFigures(work) ? (
          <NumberField
            label={say.payers}
            hidesLabel
            isEndAligned
            min={1}
            max={500}
            className={styles.payers}
            value={payers}
            onChange={(to) => to !== null && to > 0 && work.edit([{ kind: "setSheet", field: "payers", was: sheet.payers, to }])}
          />
        ) : (
          (payers ?? "–")
        )}
      </dd>
    </div>
  );
}

type FiguresProps = { readonly work: QuoteWork; readonly total: GroupTotal };
type Told = { readonly label: string; readonly minor: bigint; readonly explanation?: Explanation | undefined; readonly isStrong?: boolean };

function Figures({ work, total }: FiguresProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.totals;
  const { figures, costing } = work.reckoned;
  const prepared = figures?.prepared;
  const explained = useMemo(() => (prepared ? totalExplained(prepared, total) : undefined), [prepared, total]);
  const { group } = total.costs;
  const counts = [
    { label: say.freePlaces, count: group.freePlaces },
    { label: say.leaders, count: group.leaders },
    { label: say.drivers, count: group.drivers },
  ].filter(({ count }) => count > 0);
  return (
    <>
      {counts.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      {rowsOf(total, explained, words).map((one) => (
        <div key={one.label} data-strong={one.isStrong || undefined}>
          <dt>{one.label}</dt>
          <dd data-negative={one.minor < 0n || undefined}>
            <Asked explanation={one.explanation} label={one.label} onAsk={work.explain}>
              {formatMoney({ amount: formatAmount(one.minor, costing.currency), currency: costing.currency }, locale, "never")}
            </Asked>
          </dd>
        </div>
      ))}
    </>
  );
}

type Words = ReturnType<typeof useAllSpoken>["words"];

function rowsOf(total: GroupTotal, explained: TotalExplained | undefined, words: Words): readonly Told[] {
  const say = words.quoting.totals;
  const { revenueMinor, costMinor, marginMinor, vat, netMarginMinor, deductionsMinor, beforeDiscountsMinor } = total;
  const hasDiscounts = deductionsMinor.length > 0;
  const sumOfDeductions = beforeDiscountsMinor - revenueMinor;
  return [
    ...(hasDiscounts
      ? [
          { label: say.sales, minor: beforeDiscountsMinor, explanation: explained?.sales },
          { label: say.discounts, minor: -sumOfDeductions, explanation: explained?.revenue },
        ]
      : []),
    { label: say.revenue, minor: revenueMinor, explanation: explained?.revenue, isStrong: true },
    { label: say.cost, minor: costMinor, explanation: explained?.cost },
    { label: say.margin, minor: marginMinor, explanation: explained?.margin },
    { label: say.vatOnMargin, minor: vat.onMarginMinor, explanation: explained?.vatOnMargin },
    ...(vat.standardMinor === 0n ? [] : [{ label: say.vatStandard, minor: vat.standardMinor, explanation: explained?.vatStandard }]),
    { label: say.netMargin, minor: netMarginMinor, explanation: explained?.netMargin, isStrong: true },
  ];
}

type AskedProps = {
  readonly explanation: Explanation | undefined;
  readonly label: string;
  readonly onAsk: (explanation: Explanation) => void;
  readonly children: string;
};

/** A figure that says on demand how it came about. */
export function Asked({ explanation, label, onAsk, children }: AskedProps) {
  const { words } = useAllSpoken();
  if (!explanation) return children;
  return (
    <button
      type="button"
      className={styles.asked}
      title={words.quoting.explain.ask}
      aria-label={`${label}, ${children}`}
      onClick={() => onAsk(explanation)}
    >
      {children}
    </button>
  );
}
