import { useState, type KeyboardEvent } from "react";
import { decimalText, parseDecimal, type DecimalRules } from "#web/kit/decimal-text.ts";

export type DecimalTextOptions = DecimalRules & {
  value: string | null;
  onChange: (value: string | null) => void;
  /** Arrow up and down add and take this. */
  step?: number;
  min?: number | undefined;
  max?: number | undefined;
};

/** A typed number: every readable text is told at once, the text is tidied when the field is left. */
export function useDecimalText({ value, onChange, step, min = -Infinity, max = Infinity, ...rules }: DecimalTextOptions) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? "" : decimalText(value, rules));
  const read = (text: string) => {
    const number = parseDecimal(text, rules);
    return number !== undefined && Number(number) >= min && Number(number) <= max ? number : undefined;
  };
  const isUnreadable = typed !== undefined && typed.trim() !== "" && read(typed) === undefined;

  function type(text: string) {
    setTyped(text);
    const number = read(text);
    if (text.trim() === "") onChange(null);
    else if (number !== undefined) onChange(number);
  }
  function leave() {
    if (!isUnreadable) setTyped(undefined);
  }
  function walk(event: KeyboardEvent) {
    if (step === undefined || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const next = Number(value ?? 0) + (event.key === "ArrowUp" ? step : -step);
    setTyped(undefined);
    onChange(
      Math.min(max, Math.max(min, next))
        .toFixed(rules.maxDecimals)
        .replace(/\.?0+$/, (end) => (end.startsWith(".") ? "" : end)),
    );
  }
  return { shown, isUnreadable, type, leave, walk };
}
