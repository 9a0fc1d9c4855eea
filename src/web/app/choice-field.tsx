import { useState } from "react";
import { foldText } from "#domain/shared/text.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";

const SHOWN = 60;

export type ChoiceFieldProps = FieldProps & {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
};

/** One of many known choices, found by typing part of its name: countries, time zones. */
export function ChoiceField({ options, value, onChange, ...rest }: ChoiceFieldProps) {
  const [text, setText] = useState("");
  const wanted = foldText(text);
  const matches = options.filter(({ id, label }) => foldText(label).includes(wanted) || id.toLowerCase() === wanted).slice(0, SHOWN);
  return (
    <Combobox
      {...rest}
      isRequired
      value={options.find(({ id }) => id === value) ?? null}
      onChange={(option) => option && onChange(option.id)}
      matches={matches}
      onSearch={setText}
    />
  );
}
