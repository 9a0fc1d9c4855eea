import { useState } from "react";
import { minorDigits } from "#domain/shared/money.ts";
import { currencySymbol, regionalLocale } from "#web/kit/format.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import { useDecimalText } from "#web/kit/use-decimal-text.ts";

export type MoneyFieldProps = FieldProps & {
  /** A decimal string with a point ("40600.00"), null when empty. */
  value: string | null;
  onChange: (value: string | null) => void;
  currency: string;
  placeholder?: string;
  allowsNegative?: boolean;
  onBlur?: () => void;
};

export function MoneyField({ value, onChange, currency, allowsNegative = false, ...rest }: MoneyFieldProps) {
  const words = useKitWords();
  const locale = regionalLocale(useSurroundings().locale);
  const [wasLeft, setWasLeft] = useState(false);
  const range = allowsNegative ? {} : { min: 0 };
  const text = useDecimalText({ value, onChange, locale, maxDecimals: minorDigits(currency), ...range });
  return (
    <TextField
      {...rest}
      value={text.shown}
      onChange={text.type}
      onFocus={() => setWasLeft(false)}
      onBlur={() => {
        text.leave();
        setWasLeft(true);
        rest.onBlur?.();
      }}
      inputMode="decimal"
      autoComplete="off"
      after={currencySymbol(currency, locale)}
      error={text.isUnreadable && wasLeft ? words.invalidNumber : rest.error}
    />
  );
}
