import { useState } from "react";
import { isCurrency } from "#domain/shared/money.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { parseDecimal } from "#web/kit/decimal-text.ts";
import { formatDay, regionalLocale } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { plainNumber } from "#web/quote/typed-figures.ts";
import styles from "#web/quote/quote-chips.module.css";

/** The rates this version is reckoned with: each typed one is frozen with its day. */
export function RatesFields({ work, used }: { work: QuoteWork; used: ReadonlySet<string> }) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const say = words.quoting.rates;
  const { sheet, costing } = work.reckoned;
  const codes = [...new Set([...used, ...sheet.exchangeRates.map(({ currency }) => currency)])].filter(
    (code) => code !== costing.workspaceCurrency,
  );
  return (
    <>
      {codes.length === 0 && <p className={styles.note}>{say.none}</p>}
      {codes.map((code) => {
        const known = sheet.exchangeRates.find(({ currency }) => currency === code);
        return (
          <RateField
            key={code}
            code={code}
            work={work}
            rate={known?.rate}
            hint={known ? say.source({ day: formatDay(known.onDay, locale), source: sourceName(known.source, say) }) : say.missing}
          />
        );
      })}
      <NewCurrency work={work} />
      <NumberField
        label={say.buffer}
        hint={say.bufferHint}
        unit="%"
        min={0}
        max={100}
        maxDecimals={2}
        value={Number(sheet.bufferPercent)}
        onChange={(to) =>
          to !== null && work.edit([{ kind: "setSheet", field: "bufferPercent", was: sheet.bufferPercent, to: String(to) }])
        }
      />
    </>
  );
}

function sourceName(source: string, say: { readonly typed: string }): string {
  return source === "typed" ? say.typed : source;
}

type RateFieldProps = { readonly code: string; readonly work: QuoteWork; readonly rate: string | undefined; readonly hint: string };

function RateField({ code, work, rate, hint }: RateFieldProps) {
  const { words } = useAllSpoken();
  const { locale } = useSurroundings();
  const { costing } = work.reckoned;
  const setRate = useSetRate(work);
  const [text, setText] = useState<string>();
  const read = text === undefined ? rate : parseDecimal(text, { maxDecimals: 10, locale: regionalLocale(locale) });
  const isWrong = text !== undefined && (read === undefined || Number(read) <= 0);
  const save = (): void => {
    if (text === undefined || isWrong || read === undefined) return;
    setText(undefined);
    setRate(code, read);
  };
  return (
    <TextField
      label={words.quoting.rates.one({ code, currency: costing.workspaceCurrency })}
      hint={hint}
      error={isWrong ? words.quoting.rates.wrong : undefined}
      inputMode="decimal"
      value={text ?? (rate === undefined ? "" : plainNumber(rate, regionalLocale(locale)))}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => event.key === "Enter" && save()}
    />
  );
}

/** "USD" makes a field for its rate. */
function NewCurrency({ work }: { work: QuoteWork }) {
  const { words } = useAllSpoken();
  const [code, setCode] = useState("");
  const setRate = useSetRate(work);
  const add = (): void => {
    if (!isCurrency(code)) return;
    setCode("");
    if (!work.reckoned.sheet.exchangeRates.some(({ currency }) => currency === code)) setRate(code, "1");
  };
  return (
    <TextField
      label={words.quoting.rates.add}
      placeholder="USD"
      isOptional
      maxLength={3}
      value={code}
      onChange={(text) => setCode(text.toUpperCase())}
      onBlur={add}
      onKeyDown={(event) => event.key === "Enter" && add()}
    />
  );
}

function useSetRate(work: QuoteWork): (code: string, rate: string) => void {
  const { today } = useSurroundings();
  return (code, rate) =>
    work.edit((sheet) => {
      const others = sheet.exchangeRates.filter(({ currency }) => currency !== code);
      const to = [...others, { currency: code, rate, onDay: today, source: "typed" }];
      return [{ kind: "setSheet", field: "exchangeRates", was: sheet.exchangeRates, to }];
    });
}
