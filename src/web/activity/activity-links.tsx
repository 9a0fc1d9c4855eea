import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { Option } from "#web/kit/option.ts";

type LinkFieldProps = {
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  readonly error?: string | undefined;
};

/** Which opportunity: by name, number or client. */
export function OpportunityField({ value, onChange, error }: LinkFieldProps) {
  const { words } = useSpoken();
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["opportunities", "matches", text],
    queryFn: ({ signal }) =>
      ask(
        "listOpportunities",
        { query: { limit: 8, outcome: ["open"], sort: "-updatedAt", ...(text === "" ? {} : { q: text }) } },
        { signal },
      ),
    placeholderData: (before) => before,
  });
  return (
    <Combobox
      label={words.activity.field.opportunity}
      value={value}
      onChange={onChange}
      matches={(found.data?.data ?? []).map(({ id, name, client }) => ({ id, label: name, detail: client.name }))}
      onSearch={setText}
      isLoading={found.isFetching}
      error={error}
    />
  );
}

/** With whom: the contacts of the client first, anybody else by name. Absent without the right to contacts. */
export function ContactField({ value, onChange, clientId }: LinkFieldProps & { readonly clientId: string | undefined }) {
  const { words } = useSpoken();
  const [text, setText] = useState("");
  const maySee = useMay("contacts", "read");
  const ofClient = text === "" ? clientId : undefined;
  const found = useQuery({
    queryKey: ["contacts", "matches", text, ofClient],
    queryFn: ({ signal }) =>
      ask(
        "listContacts",
        { query: { limit: 8, ...(text === "" ? {} : { q: text }), ...(ofClient === undefined ? {} : { clientId: [ofClient] }) } },
        { signal },
      ),
    placeholderData: (before) => before,
    enabled: maySee,
  });
  if (!maySee) return null;
  return (
    <Combobox
      label={words.activity.field.contact}
      isOptional
      value={value}
      onChange={onChange}
      matches={(found.data?.data ?? []).map(({ id, name, clients }) => ({ id, label: name, detail: clients?.[0]?.name ?? "" }))}
      onSearch={setText}
      isLoading={found.isFetching}
    />
  );
}
