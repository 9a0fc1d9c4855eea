import { useState } from "react";
import { foldText } from "#domain/shared/text.ts";
import { useWords } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";

const SHOWN = 60;

export type ChoiceFieldProps = FieldProps & {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  /** None is a choice too: what emptying the field means. */
  onClear?: () => void;
};

/** One of many known choices, found by typing part of its name: countries, time zones. Cleared, it waits for another, unless none is fine. */
export function ChoiceField({ options, value, onChange, onClear, ...rest }: ChoiceFieldProps) {
  const { common } = useWords();
  const [text, setText] = useState("");
  const [isCleared, setIsCleared] = useState(false);
  const wanted = foldText(text);
  const matches = options.filter(({ id, label }) => foldText(label).includes(wanted) || id.toLowerCase() === wanted).slice(0, SHOWN);
  function choose(option: Option | null) {
    if (option === null && onClear) return onClear();
    setIsCleared(option === null);
    if (option) onChange(option.id);
  }
  return (
    <Combobox
      {...rest}
      value={isCleared ? null : (options.find(({ id }) => id === value) ?? null)}
      onChange={choose}
      matches={matches}
      onSearch={setText}
      error={isCleared ? common.required : rest.error}
    />
  );
}
