import { useState } from "react";
import { foldRegion, nameOfRegion, REGION_COUNTRIES, regionsOf, regionText, type Region } from "#domain/client/region.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { countryName } from "#web/app/countries.ts";
import { useSpoken } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";

const MOST_OF_ALL_COUNTRIES = 60;

type RegionFieldProps = FieldProps & {
  /** A code, or what was typed. */
  readonly value: string | null;
  readonly country: string | null;
  readonly onChange: (region: string | null) => void;
};

/** Regions of the address's country, of all known countries while it has none; any other may be typed. */
export function RegionField({ value, country, onChange, ...rest }: RegionFieldProps) {
  const { locale } = useSpoken();
  const [text, setText] = useState("");
  function choose(option: Option | null): void {
    setText("");
    onChange(option?.id ?? null);
  }
  function type(typed: string): void {
    setText(typed);
    onChange(typed === "" ? null : typed);
  }
  return (
    <Combobox
      {...rest}
      value={value ? { id: value, label: regionText(value, country, locale) } : null}
      onChange={choose}
      onFreeText={type}
      maxLength={120}
      matches={matchesOf(text, country, locale)}
      onSearch={setText}
    />
  );
}

function matchesOf(text: string, country: string | null, locale: Locale): Option[] {
  const sought = foldRegion(text);
  const found = (country === null ? REGION_COUNTRIES : [country]).flatMap((one) =>
    regionsOf(one)
      .filter((region) => isSought(region, sought))
      .map((region) => ({
        id: region.code,
        label: nameOfRegion(region, locale),
        detail: country === null ? `${region.short} · ${countryName(one, locale)}` : region.short,
      })),
  );
  const sorted = found.toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return country === null ? sorted.slice(0, MOST_OF_ALL_COUNTRIES) : sorted;
}

/** A name, or a word of it, begins with the text; or the text is its code. */
function isSought({ short, names }: Region, sought: string): boolean {
  return sought === "" || foldRegion(short) === sought || names.some((name) => ` ${foldRegion(name)}`.includes(` ${sought}`));
}
