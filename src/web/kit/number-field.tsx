import { useState, type ReactNode } from "react";
import { regionalLocale } from "#web/kit/format.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import { useDecimalText } from "#web/kit/use-decimal-text.ts";

export type NumberFieldProps = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  /** Arrow up and down; 1 by default. */
  step?: number;
  /** 0 by default: whole numbers. */
  maxDecimals?: number;
  /** "pax", "jours", "%" */
  unit?: ReactNode;
  placeholder?: string;
  isEndAligned?: boolean;
  onBlur?: () => void;
};

export function NumberField({ value, onChange, min, max, step = 1, maxDecimals = 0, unit, ...rest }: NumberFieldProps) {
  const words = useKitWords();
  const locale = regionalLocale(useSurroundings().locale);
  const [wasLeft, setWasLeft] = useState(false);
  const text = useDecimalText({
    value: value === null ? null : String(value),
    onChange: (next) => onChange(next === null ? null : Number(next)),
    locale,
    maxDecimals,
    step,
    min,
    max,
  });
  return (
    <TextField
      {...rest}
      value={text.shown}
      onChange={text.type}
      onKeyDown={text.walk}
      onFocus={() => setWasLeft(false)}
      onBlur={() => {
        text.leave();
        setWasLeft(true);
        rest.onBlur?.();
      }}
      inputMode={maxDecimals > 0 ? "decimal" : "numeric"}
      autoComplete="off"
      after={unit}
      error={text.isUnreadable && wasLeft ? words.invalidNumber : rest.error}
    />
  );
}
