import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import type { Option } from "#web/kit/option.ts";

type MainContactFieldProps = {
  readonly clientId: string | undefined;
  readonly value: Option | null;
  readonly onChange: (contact: Option | null) => void;
  readonly error: string | undefined;
};

/** The client's own persons first; anybody else by name; or somebody new. Absent without the right to contacts. */
export function MainContactField({ clientId, value, onChange, error }: MainContactFieldProps) {
  const { words } = useSpoken();
  const { create: say } = words.opportunity;
  const [text, setText] = useState("");
  const maySee = useMay("contacts", "read");
  const mayCreate = useMay("contacts", "write");
  const ofClient = text === "" && clientId;
  const found = useQuery({
    queryKey: ["contacts", "matches", text, ofClient],
    queryFn: ({ signal }) =>
      ask(
        "listContacts",
        { query: { limit: 8, ...(text === "" ? {} : { q: text }), ...(ofClient ? { clientId: [clientId] } : {}) } },
        { signal },
      ),
    placeholderData: (before) => before,
    enabled: maySee,
  });
  if (!maySee) return null;
  return (
    <Combobox
      label={say.mainContact}
      isOptional
      value={value}
      onChange={onChange}
      matches={(found.data?.data ?? []).map(({ id, name, clients }) => ({ id, label: name, detail: clients?.[0]?.name ?? "" }))}
      onSearch={setText}
      isLoading={found.isFetching}
      {...(mayCreate ? { onCreate: (name: string) => onChange({ id: "", label: name }) } : {})}
      {...(value?.id === "" ? { hint: say.contactNew } : {})}
      error={error}
    />
  );
}
