import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Instalment } from "#domain/quote/costing.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatPercent } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import styles from "#web/quote/quote-side.module.css";

type Draft = { readonly id: number; readonly name: string; readonly days: number | null; readonly percent: number | null };

/** The instalments, which make the whole together. */
export function PlanDialog({ work, onClose }: { work: QuoteWork; onClose: () => void }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.plan;
  const { sheet } = work.reckoned;
  const [rows, setRows] = useState<readonly Draft[]>(() => draftsOf(sheet.paymentPlan, say.usual));
  const [bookedOn, setBookedOn] = useState(sheet.bookedOn);
  const [isTried, setIsTried] = useState(false);
  const sum = rows.reduce((all, { percent }) => all + Math.round((percent ?? 0) * 100), 0) / 100;
  const isWhole = rows.length === 0 || sum === 100;
  const change = (id: number, next: Partial<Draft>): void => setRows(rows.map((row) => (row.id === id ? { ...row, ...next } : row)));
  const save = (): void => {
    setIsTried(true);
    if (!isWhole || rows.some(({ name }) => name.trim() === "")) return;
    const to = rows.map(({ name, days, percent }): Instalment => ({
      name: name.trim(),
      daysBeforeDeparture: days,
      percent: String(percent ?? 0),
    }));
    work.edit([
      { kind: "setSheet", field: "paymentPlan", was: sheet.paymentPlan, to },
      { kind: "setSheet", field: "bookedOn", was: sheet.bookedOn, to: bookedOn },
    ]);
    onClose();
  };
  const add = (): void =>
    setRows([...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, name: "", days: null, percent: 100 - sum }]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      actions={
        <>
          <Button look="primary" onPress={save}>
            {words.common.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        {rows.map((row, index) => (
          <div key={row.id} className={styles.instalment} role="group" aria-label={say.numbered({ n: index + 1 })}>
            <TextField
              label={say.name}
              value={row.name}
              maxLength={120}
              onChange={(name) => change(row.id, { name })}
              error={isTried && row.name.trim() === "" ? say.nameNeeded : undefined}
            />
            <NumberField
              label={say.percent}
              unit="%"
              min={0}
              max={100}
              maxDecimals={2}
              value={row.percent}
              onChange={(percent) => change(row.id, { percent })}
            />
            <NumberField
              label={say.days}
              placeholder={say.atBooking}
              min={0}
              max={2000}
              value={row.days}
              onChange={(days) => change(row.id, { days })}
            />
            <IconButton
              icon={Trash2}
              label={say.remove({ n: index + 1 })}
              onPress={() => setRows(rows.filter(({ id }) => id !== row.id))}
            />
          </div>
        ))}
        <p role="status" className={isWhole ? styles.quiet : styles.warning}>
          {say.sum({ percent: formatPercent(sum, locale, 0) })}
          {!isWhole && ` ${say.notWhole}`}
        </p>
        <Button size="small" onPress={add}>
          {say.add}
        </Button>
        <DateField label={say.bookedOn} isOptional hint={say.bookedHint} value={bookedOn} onChange={setBookedOn} />
      </div>
    </Dialog>
  );
}

/** Where there is none yet, the usual one is proposed. */
function draftsOf(
  plan: readonly Instalment[],
  usual: { readonly deposit: string; readonly second: string; readonly balance: string },
): readonly Draft[] {
  if (plan.length > 0)
    return plan.map(({ name, daysBeforeDeparture, percent }, id) => ({ id, name, days: daysBeforeDeparture, percent: Number(percent) }));
  return [
    { id: 0, name: usual.deposit, days: null, percent: 30 },
    { id: 1, name: usual.second, days: 90, percent: 40 },
    { id: 2, name: usual.balance, days: 30, percent: 30 },
  ];
}
