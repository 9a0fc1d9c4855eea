import { useState } from "react";
import type { CustomValue } from "#domain/custom-field/custom-field.ts";
import { foldText } from "#domain/shared/text.ts";
import type { CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import { TagField } from "#web/kit/tag-field.tsx";

type SeveralFieldProps = FieldProps & {
  readonly field: CustomFieldInfo;
  readonly value: CustomValue | undefined;
  readonly onChange: (value: readonly string[] | undefined) => void;
};

/** Several choices of a list, found by typing part of their name. */
export function SeveralField({ field, value, onChange, ...rest }: SeveralFieldProps) {
  const [typed, setTyped] = useState("");
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const offered = field.options.filter(({ archived, label }) => !archived && foldText(label).includes(foldText(typed)));
  return (
    <TagField
      {...rest}
      values={field.options.filter(({ id }) => chosen.includes(id))}
      onChange={(options) => onChange(options.length === 0 ? undefined : options.map(({ id }) => id))}
      matches={offered}
      onSearch={setTyped}
    />
  );
}
