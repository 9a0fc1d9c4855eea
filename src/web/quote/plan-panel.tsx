import { lazy, Suspense, useMemo, useState } from "react";
import { paymentPlan, type Due } from "#domain/quote/payment-plan.ts";
import { decimalText } from "#domain/quote/pricing-rate.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatDay, formatMoney, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-side.module.css";

const PlanDialog = lazy(async () => ({ default: (await import("#web/quote/plan-dialog.tsx")).PlanDialog }));

/** When the client pays what: of the chosen group's total. */
export function PlanPanel({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const say = words.quoting.plan;
  const [isOpen, setIsOpen] = useState(false);
  const { costing, figures } = work.reckoned;
  const revenue = figures?.total?.revenueMinor;
  const dues = useMemo(() => (revenue === undefined ? [] : paymentPlan(revenue, costing)), [revenue, costing]);
  const canEdit = mayEditFigures(work);
  if (!canEdit && costing.paymentPlan.length === 0) return null;
  return (
    <Panel
      title={say.title}
      action={
        canEdit && (
          <Button look="link" size="small" onPress={() => setIsOpen(true)}>
            {say.edit}
          </Button>
        )
      }
    >
      {costing.paymentPlan.length === 0 && <p className={styles.quiet}>{say.none}</p>}
      <dl className={styles.figures}>
        {dues.map((due) => (
          <DueRow key={due.names.join()} due={due} currency={costing.currency} />
        ))}
      </dl>
      <Suspense fallback={null}>{isOpen && <PlanDialog work={work} onClose={() => setIsOpen(false)} />}</Suspense>
    </Panel>
  );
}

function DueRow({ due, currency }: { due: Due; currency: string }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.plan;
  const percent = formatPercent(decimalText(due.percent, 2), locale, 0);
  const when = due.isAtBooking ? say.atBooking : due.dueOn ? formatDay(due.dueOn, locale) : say.undated;
  return (
    <div>
      <dt>
        {due.names.join(" + ")} {percent}
        <small>{when}</small>
      </dt>
      <dd>{formatMoney({ amount: formatAmount(due.amountMinor, currency), currency }, locale)}</dd>
    </div>
  );
}
