import { type CustomMoney, type CustomValue, plainText } from "#domain/custom-field/custom-field.ts";
import { LONGEST } from "#domain/custom-field/custom-value.ts";
import { useMe, usePeople } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { DecimalField } from "#web/custom-field/decimal-field.tsx";
import { SeveralField } from "#web/custom-field/several-field.tsx";
import type { CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { DateField } from "#web/kit/date-field.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField } from "#web/kit/text-field.tsx";

type Value = CustomValue | undefined;

export type CustomEditorProps = Omit<FieldProps, "label"> & {
  readonly field: CustomFieldInfo;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Where choosing is enough: closes the editor. */
  readonly onPick?: (value: Value) => void;
};

const UNSET = "unset";

/** The control of a custom field, by its type. */
export function CustomEditor({ field, value, onChange, onPick = onChange, ...rest }: CustomEditorProps) {
  const { currency } = useMe().workspace;
  const shared = { ...rest, label: field.label, hint: rest.hidesLabel ? undefined : (field.help ?? undefined) };
  const text = (typed: string): void => onChange(typed === "" ? undefined : typed);
  switch (field.type) {
    case "text":
      return <TextField {...shared} value={plainText(value)} onChange={text} maxLength={LONGEST.text} />;
    case "longText":
      return <TextArea {...shared} value={plainText(value)} onChange={text} maxLength={LONGEST.longText} />;
    case "link":
      return <TextField {...shared} type="url" placeholder="https://" value={plainText(value)} onChange={text} maxLength={LONGEST.link} />;
    case "number":
      return (
        <DecimalField {...shared} value={value === undefined ? null : plainText(value)} onChange={(next) => onChange(next ?? undefined)} />
      );
    case "money": {
      const held = value as CustomMoney | undefined;
      const of = held?.currency ?? currency;
      return (
        <MoneyField
          {...shared}
          currency={of}
          allowsNegative
          value={held?.amount ?? null}
          onChange={(amount) => onChange(amount === null ? undefined : { amount, currency: of })}
        />
      );
    }
    case "date":
      return (
        <DateField
          {...shared}
          value={value === undefined ? null : plainText(value)}
          onChange={(day) => (day ?? undefined) !== value && onChange(day ?? undefined)}
        />
      );
    case "multiList":
      return <SeveralField {...shared} field={field} value={value} onChange={onChange} />;
    default:
      return <OneOf {...shared} field={field} value={value} onChange={onPick} />;
  }
}

type OneOfProps = FieldProps & Pick<CustomEditorProps, "field" | "value" | "onChange">;

/** A list, yes or no, a person: one of a few, or none. */
function OneOf({ field, value, onChange, ...rest }: OneOfProps) {
  const words = useWords();
  const people = usePeople().data?.data ?? [];
  const options: Option[] =
    field.type === "checkbox"
      ? [
          { id: "true", label: words.common.yes },
          { id: "false", label: words.common.no },
        ]
      : field.type === "user"
        ? people.filter(({ active, id }) => active || id === value).map(({ id, name }) => ({ id, label: name }))
        : field.options.filter(({ archived, id }) => !archived || id === value).map(({ id, label }) => ({ id, label }));
  const choose = (id: string): void => {
    if (id === UNSET) onChange(undefined);
    else onChange(field.type === "checkbox" ? id === "true" : id);
  };
  return (
    <Select
      {...rest}
      size={rest.hidesLabel ? "small" : "normal"}
      options={[{ id: UNSET, label: "–" }, ...options]}
      value={value === undefined ? UNSET : plainText(value)}
      onChange={choose}
    />
  );
}
