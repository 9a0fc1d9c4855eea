import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpoken } from "#web/app/words.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";
import { TagField } from "#web/kit/tag-field.tsx";

export type DestinationFieldProps = FieldProps & { readonly values: readonly Option[]; readonly onChange: (values: Option[]) => void };

/** Countries and cities while typing; any other place is kept as typed. The list of places is fetched at the first key. */
export function DestinationField({ values, onChange, ...rest }: DestinationFieldProps) {
  const { locale } = useSpoken();
  const [text, setText] = useState("");
  const matches = useQuery({
    queryKey: ["places", locale, text],
    queryFn: async () => {
      const { findPlaces, placeOption } = await import("#web/opportunity/places.ts");
      return findPlaces(text, locale).map(placeOption);
    },
    enabled: text !== "",
    staleTime: Infinity,
  });
  return (
    <TagField
      {...rest}
      values={values}
      onChange={onChange}
      matches={matches.data ?? []}
      onSearch={setText}
      isLoading={matches.isFetching}
      allowsFreeText
    />
  );
}
