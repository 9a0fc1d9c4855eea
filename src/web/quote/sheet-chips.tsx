import type { PricingMode, Rounding } from "#domain/quote/costing.ts";
import { quoteRate, percentText } from "#domain/quote/pricing-rate.ts";
import { editsOfMode } from "#domain/quote/sheet-batch.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { formatDay, formatMoney, formatPercent } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { Select } from "#web/kit/select.tsx";
import { DiscountFields } from "#web/quote/discount-fields.tsx";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import { FreePlacesChip, GroupChip } from "#web/quote/group-chips.tsx";
import { SheetChip, useSet, type ChipProps } from "#web/quote/sheet-chip.tsx";
import { RatesFields } from "#web/quote/rates-fields.tsx";
import styles from "#web/quote/quote-chips.module.css";

/** What the whole quote is reckoned with, each to be changed where it is read. */
export function SheetChips({ work, onRefresh }: { work: QuoteWork; onRefresh?: (() => void) | undefined }) {
  const { words } = useAllSpoken();
  const say = words.quoting.chip;
  const { sheet, costing } = work.reckoned;
  const set = useSet(work);
  const isForeign = [sheet.currency, ...sheet.lines.map(({ currency }) => currency)].some((code) => code !== costing.workspaceCurrency);
  return (
    <>
      <SheetChip work={work} label={say.currency} value={sheet.currency}>
        {() => (
          <>
            <Select
              label={say.currency}
              value={sheet.currency}
              options={currenciesOf(work).map((id) => ({ id, label: id }))}
              onChange={(to) => set("currency", to)}
            />
            {!isForeign && <RatesFields work={work} used={new Set()} />}
          </>
        )}
      </SheetChip>
      {work.costs && isForeign && <RatesChip work={work} onRefresh={onRefresh} />}
      {work.costs && <DefaultRateChip work={work} />}
      <GroupChip work={work} />
      <FreePlacesChip work={work} />
      <RoundingChip work={work} />
      {work.costs && <VatChip work={work} />}
      <DiscountsChip work={work} />
      <DaysChips work={work} />
    </>
  );
}

function currenciesOf({ reckoned: { sheet, costing } }: QuoteWork): string[] {
  return [...new Set([sheet.currency, costing.workspaceCurrency, ...sheet.exchangeRates.map(({ currency }) => currency)])];
}

/** Frozen with the version; only where another currency is in it. */
function RatesChip({ work, onRefresh }: ChipProps & { readonly onRefresh?: (() => void) | undefined }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet, costing } = work.reckoned;
  const used = new Set([sheet.currency, costing.workspaceCurrency, ...sheet.lines.map(({ currency }) => currency)]);
  const [oldest] = sheet.exchangeRates
    .filter(({ currency }) => used.has(currency))
    .map(({ onDay }) => onDay)
    .toSorted();
  const say = words.quoting.chip;
  return (
    <SheetChip work={work} label={oldest ? say.ratesFrozen : say.rates} value={oldest ? formatDay(oldest, locale) : say.ratesNone}>
      {() => (
        <>
          <RatesFields work={work} used={used} />
          {onRefresh && used.size > 1 && (
            <Button size="small" onPress={onRefresh}>
              {say.refresh}
            </Button>
          )}
        </>
      )}
    </SheetChip>
  );
}

function DefaultRateChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet, costing } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  const found = quoteRate(costing);
  const inherited = quoteRate({ ...costing, ratePercent: null });
  const percent = found ? formatPercent(percentText(found.rate), locale, decimals(percentText(found.rate))) : "–";
  return (
    <SheetChip work={work} label={say.defaultRate} value={say.rate[sheet.mode]({ percent })}>
      {() => (
        <>
          <RadioGroup
            label={say.mode}
            value={sheet.mode}
            options={(["markup", "margin"] as const).map((id) => ({ id, label: say.modes[id], hint: say.modeHints[id] }))}
            onChange={(mode) => work.edit((now) => editsOfMode(now, mode as PricingMode))}
          />
          <NumberField
            label={words.quoting.grid.rate[sheet.mode]}
            unit="%"
            maxDecimals={4}
            min={-99}
            max={sheet.mode === "margin" ? 99.99 : 1000}
            value={found ? Number(percentText(found.rate, 4)) : null}
            onChange={(to) => set("ratePercent", to === null ? null : String(to))}
          />
          {sheet.ratePercent !== null && inherited && (
            <Button size="small" onPress={() => set("ratePercent", null)}>
              {say.inherit({ percent: formatPercent(percentText(inherited.rate), locale) })}
            </Button>
          )}
        </>
      )}
    </SheetChip>
  );
}

const decimals = (percent: string): number => percent.split(".")[1]?.length ?? 0;

function RoundingChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  const { rounding, currency } = sheet;
  const step = rounding.to === "none" ? "" : formatMoney({ amount: rounding.step, currency }, locale);
  return (
    <SheetChip work={work} label={say.rounding} value={say.roundings[rounding.to]({ step })}>
      {() => (
        <>
          <RadioGroup
            label={say.rounding}
            value={rounding.to}
            options={(["none", "nearest", "up"] as const).map((id) => ({ id, label: say.roundingNames[id] }))}
            onChange={(to) =>
              set("rounding", to === "none" ? { to: "none" } : ({ to, step: rounding.to === "none" ? "5" : rounding.step } as Rounding))
            }
          />
          {rounding.to !== "none" && (
            <Select
              label={say.step}
              value={rounding.step}
              options={(["0.01", "1", "5", "10"] as const).map((id) => ({ id, label: formatMoney({ amount: id, currency }, locale) }))}
              onChange={(to) => set("rounding", { ...rounding, step: to } as Rounding)}
            />
          )}
        </>
      )}
    </SheetChip>
  );
}

function VatChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  const percent = formatPercent(sheet.vat.percent, locale);
  return (
    <SheetChip work={work} label={say.vat} value={sheet.vat.regime === "none" ? say.vatNone : say.vatMargin({ percent })}>
      {() => (
        <>
          <RadioGroup
            label={say.vat}
            value={sheet.vat.regime}
            options={[
              { id: "margin", label: say.vatRegimes.margin },
              { id: "none", label: say.vatRegimes.none },
            ]}
            onChange={(regime) => set("vat", { ...sheet.vat, regime: regime as "margin" | "none" })}
          />
          <NumberField
            label={say.vatPercent}
            unit="%"
            min={0}
            max={100}
            maxDecimals={2}
            value={Number(sheet.vat.percent)}
            onChange={(to) => to !== null && set("vat", { ...sheet.vat, percent: String(to) })}
          />
          <p className={styles.note}>{words.quoting.explain.estimate}</p>
        </>
      )}
    </SheetChip>
  );
}

function DiscountsChip({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { sheet } = work.reckoned;
  const say = words.quoting.chip;
  if (!mayEditFigures(work) && sheet.discounts.length === 0) return null;
  return (
    <SheetChip
      work={work}
      label={say.discounts}
      value={sheet.discounts.length === 0 ? say.noDiscount : sheet.discounts.map(({ name }) => name).join(", ")}
    >
      {() => <DiscountFields work={work} />}
    </SheetChip>
  );
}

function DaysChips({ work }: ChipProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { sheet } = work.reckoned;
  const set = useSet(work);
  const say = words.quoting.chip;
  return (["departsOn", "validUntil"] as const).map((field) => (
    <SheetChip key={field} work={work} label={say[field]} value={sheet[field] ? formatDay(sheet[field], locale) : "–"}>
      {() => <DateField label={say[field]} isOptional value={sheet[field]} onChange={(to) => set(field, to)} />}
    </SheetChip>
  ));
}
