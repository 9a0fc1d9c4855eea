import { countryOfRegion } from "#domain/client/region.ts";
import type { PostalAddress } from "#domain/client/client.ts";
import { RegionField } from "#web/app/region-field.tsx";
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
  const text = (name: "street" | "postalCode" | "city", maxLength: number, focuses = false) => (
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
      <RegionField
        label={field.region}
        isOptional={isOptional}
        value={value.region}
        country={value.country}
        onChange={(region) => onChange({ ...value, region, country: value.country ?? countryOf(region) })}
        error={errorOf?.("region")}
      />
      <ChoiceField
        label={field.country}
        isOptional={isOptional}
        options={countryOptions(locale)}
        value={value.country}
        onChange={(country) => onChange({ ...value, country, region: keptIn(country, value.region) })}
        onClear={() => onChange({ ...value, country: null })}
        error={errorOf?.("country")}
      />
    </div>
  );
}

const countryOf = (region: string | null): string | null => (region === null ? null : (countryOfRegion(region) ?? null));

/** A region that was chosen belongs to its country; one that was typed stays. */
function keptIn(country: string, region: string | null): string | null {
  const itsCountry = countryOf(region);
  return itsCountry === null || itsCountry === country ? region : null;
}
