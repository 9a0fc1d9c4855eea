import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";

const SHOWN = 8;

type ClientPickerProps = FieldProps & {
  readonly value: Option | null;
  readonly onChange: (client: Option | null) => void;
  /** Who is there already is not offered. */
  readonly taken?: readonly string[];
};

/** One of the clients, found by name. */
export function ClientPicker({ value, onChange, taken = [], ...field }: ClientPickerProps) {
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["clients", "matches", text, taken.length],
    queryFn: ({ signal }) =>
      ask("listClients", { query: { limit: Math.min(200, SHOWN + taken.length), ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? [])
    .filter(({ id }) => !taken.includes(id))
    .slice(0, SHOWN)
    .map(({ id, name, kindName, address }) => ({ id, label: name, detail: [kindName, address.city].filter(Boolean).join(" · ") }));
  return <Combobox {...field} value={value} onChange={onChange} matches={matches} onSearch={setText} isLoading={found.isFetching} />;
}
