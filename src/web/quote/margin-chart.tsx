import { useId, useMemo, useState } from "react";
import { breakEven } from "#domain/quote/break-even.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { marginCurve, runsOf, type Frame } from "#web/quote/margin-curve.ts";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-side.module.css";

const FRAME: Frame = { width: 260, height: 132, left: 6, right: 6, top: 14, bottom: 18 };

/** What is left for every size of group at the price that is sold, and from where on it pays. */
export function MarginChart({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const [isTable, setIsTable] = useState(false);
  const say = words.quoting.chart;
  const { figures, costing } = work.reckoned;
  const sold = figures?.total?.priceMinor ?? figures?.columns[0]?.price.minor;
  const even = useMemo(() => (figures && sold !== undefined ? breakEven(figures.prepared, sold) : undefined), [figures, sold]);
  if (!even || sold === undefined) return null;
  const money = (minor: bigint) =>
    formatMoney({ amount: formatAmount(minor, costing.currency), currency: costing.currency }, locale, "never");
  const told = even.payers === undefined ? say.never({ n: even.upTo }) : say.breakEven({ n: even.payers });
  return (
    <Panel
      title={say.title}
      action={
        <Button look="link" size="small" onPress={() => setIsTable(!isTable)}>
          {isTable ? say.asChart : say.asTable}
        </Button>
      }
    >
      <p className={styles.quiet}>{say.soldAt({ price: money(sold) })}</p>
      {isTable ? (
        <div className={styles.sizes} role="region" aria-label={say.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say.payers}</th>
                <th scope="col">{say.margin}</th>
              </tr>
            </thead>
            <tbody>
              {even.sizes.map(({ payers, marginMinor }) => (
                <tr key={payers} data-negative={marginMinor < 0n || undefined}>
                  <th scope="row">{payers}</th>
                  <td>{money(marginMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Drawing even={even} bases={costing.bases} chosen={figures?.total?.payers} label={`${say.title}. ${told}`} money={money} />
      )}
      <p className={styles.told}>
        <b>{told}</b>
        {even.negativeAgain.length > 0 && <span> {say.negativeAgain({ list: rangesOf(even.negativeAgain) })}</span>}
      </p>
    </Panel>
  );
}

type DrawingProps = {
  readonly even: ReturnType<typeof breakEven>;
  readonly bases: readonly number[];
  readonly chosen: number | undefined;
  readonly label: string;
  readonly money: (minor: bigint) => string;
};

function Drawing({ even, bases, chosen, label, money }: DrawingProps) {
  const id = useId();
  const [pointed, setPointed] = useState<number>();
  const curve = marginCurve(even, FRAME);
  const marked = pointed ?? chosen;
  const size = even.sizes.find(({ payers }) => payers === marked);
  const point = (event: React.PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * FRAME.width;
    const share = (x - FRAME.left) / (FRAME.width - FRAME.left - FRAME.right);
    setPointed(Math.min(Math.max(Math.round(1 + share * (even.upTo - 1)), 1), even.upTo));
  };
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      className={styles.chart}
      onPointerMove={point}
      onPointerLeave={() => setPointed(undefined)}
    >
      <title id={id}>{label}</title>
      <line x1={FRAME.left} x2={FRAME.width - FRAME.right} y1={curve.zero} y2={curve.zero} className={styles.zero} />
      {runsOf(curve.points).map(({ isLoss, path }) => (
        <path key={path} d={path} className={isLoss ? styles.loss : styles.gain} />
      ))}
      {bases.map((base) => (
        <text key={base} x={curve.xOf(base)} y={FRAME.height - 4} className={styles.tick}>
          {base}
        </text>
      ))}
      {even.payers !== undefined && <circle cx={curve.xOf(even.payers)} cy={curve.zero} r={4} className={styles.stop} />}
      {size && (
        <g>
          <circle cx={curve.xOf(size.payers)} cy={curve.yOf(size.marginMinor)} r={4} className={styles.chosen} />
          <text
            x={curve.xOf(size.payers) > FRAME.width / 2 ? FRAME.left : FRAME.width - FRAME.right}
            y={11}
            className={curve.xOf(size.payers) > FRAME.width / 2 ? styles.start : styles.end}
          >
            {size.payers} · {money(size.marginMinor)}
          </text>
        </g>
      )}
    </svg>
  );
}

/** 48, 49 → "48–49" */
function rangesOf(sizes: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const size of sizes) {
    const last = ranges.at(-1);
    if (last && last[1] === size - 1) last[1] = size;
    else ranges.push([size, size]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
