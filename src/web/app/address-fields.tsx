import type { PostalAddress } from "#domain/client/client.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { countryOptions } from "#web/app/countries.ts";
import { useSpoken } from "#web/app/words.ts";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/app/record-field.module.css";

type AddressFieldsProps = {
  readonly value: PostalAddress;
  readonly onChange: (address: PostalAddress) => void;
  readonly autoFocus?: boolean;
  readonly isOptional?: boolean;
  /** The sentence about one of them. */
  readonly errorOf?: (name: keyof PostalAddress) => string | undefined;
};

/** Street, postal code, city, region, country: one field per line. */
export function AddressFields({ value, onChange, autoFocus = false, isOptional = false, errorOf }: AddressFieldsProps) {
  const { words, locale } = useSpoken();
  const { field } = words.client;
  const text = (name: "street" | "postalCode" | "city" | "region", maxLength: number, focuses = false) => (
    <TextField
      label={field[name]}
      isOptional={isOptional}
      autoFocus={focuses}
      value={value[name] ?? ""}
      onChange={(typed) => onChange({ ...value, [name]: typed })}
      maxLength={maxLength}
      error={errorOf?.(name)}
    />
  );
  return (
    <div className={styles.address}>
      {text("street", 300, autoFocus)}
      <div className={styles.pair}>
        {text("postalCode", 20)}
        {text("city", 120)}
      </div>
      {text("region", 120)}
      <ChoiceField
        label={field.country}
        isOptional={isOptional}
        options={countryOptions(locale)}
        value={value.country}
        onChange={(country) => onChange({ ...value, country })}
        onClear={() => onChange({ ...value, country: null })}
        error={errorOf?.("country")}
      />
    </div>
  );
}
