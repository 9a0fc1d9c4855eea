import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";

const SHOWN = 8;

type ContactPickerProps = FieldProps & {
  readonly value: Option | null;
  readonly onChange: (contact: Option | null) => void;
  readonly onCreate?: (name: string) => void;
  /** Who is there already is not offered. */
  readonly taken: readonly string[];
};

/** One of the contacts, found by name. */
export function ContactPicker({ value, onChange, onCreate, taken, ...field }: ContactPickerProps) {
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["contacts", "matches", text, taken.length],
    queryFn: ({ signal }) =>
      ask("listContacts", { query: { limit: Math.min(200, SHOWN + taken.length), ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? [])
    .filter(({ id }) => !taken.includes(id))
    .slice(0, SHOWN)
    .map(({ id, name, clients, email }) => ({ id, label: name, detail: clients?.[0]?.name ?? email ?? "" }));
  return (
    <Combobox
      {...field}
      value={value}
      onChange={onChange}
      matches={matches}
      onSearch={setText}
      isLoading={found.isFetching}
      {...(onCreate ? { onCreate } : {})}
    />
  );
}
