import { useState } from "react";
import type { FieldProps } from "#web/kit/field.tsx";
import { regionalLocale } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import { useDecimalText } from "#web/kit/use-decimal-text.ts";

type DecimalFieldProps = FieldProps & { readonly value: string | null; readonly onChange: (value: string | null) => void };

/** A number of up to four decimals, as it is written: no digit is lost on the way. */
export function DecimalField({ value, onChange, ...rest }: DecimalFieldProps) {
  const words = useKitWords();
  const locale = regionalLocale(useSurroundings().locale);
  const [wasLeft, setWasLeft] = useState(false);
  const text = useDecimalText({ value, onChange, locale, maxDecimals: 4 });
  return (
    <TextField
      {...rest}
      value={text.shown}
      onChange={text.type}
      onFocus={() => setWasLeft(false)}
      onBlur={() => {
        text.leave();
        setWasLeft(true);
      }}
      inputMode="decimal"
      autoComplete="off"
      error={text.isUnreadable && wasLeft ? words.invalidNumber : rest.error}
    />
  );
}
