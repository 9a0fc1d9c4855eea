import { useQuery } from "@tanstack/react-query";
import { Plus, TriangleAlert } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { ask, type Answer } from "#web/api/api.ts";
import { useClientKinds, useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { Icon } from "#web/kit/icon.tsx";
import type { Option } from "#web/kit/option.ts";
import { Pill } from "#web/kit/pill.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { NewClient } from "#web/opportunity/new-opportunity.ts";
import styles from "#web/opportunity/client-field.module.css";

type ClientFieldProps = {
  readonly value: Option | null;
  readonly onChange: (client: Option | null) => void;
  readonly details: NewClient;
  readonly onDetails: (details: NewClient) => void;
  readonly error: string | undefined;
};

/** Finds a client, or creates the one that was typed: under the field, with those it may be mistaken for. */
export function ClientField({ value, onChange, details, onDetails, error }: ClientFieldProps) {
  const { words } = useSpoken();
  const [text, setText] = useState("");
  const mayCreate = useMay("clients", "write");
  const found = useQuery({
    queryKey: ["clients", "matches", text],
    queryFn: ({ signal }) => ask("listClients", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map(({ id, name, kindName, address }) => ({
    id,
    label: name,
    detail: [kindName, address.city].filter(Boolean).join(" · "),
  }));
  return (
    <div>
      <Combobox
        label={words.opportunity.field.client}
        value={value}
        onChange={onChange}
        matches={matches}
        onSearch={setText}
        isLoading={found.isFetching}
        {...(mayCreate ? { onCreate: (name: string) => onChange({ id: "", label: name }) } : {})}
        error={error}
      />
      {value?.id === "" && (
        <div className={styles.panel}>
          <Alike name={value.label} city={details.city} onUse={onChange} />
          <Details name={value.label} details={details} onChange={onDetails} />
        </div>
      )}
    </div>
  );
}

type Alikes = Answer<"findClientDuplicates">["data"];

function Alike({ name, city, onUse }: { name: string; city: string; onUse: (client: Option) => void }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const asked = useDeferredValue(city);
  const alike = useQuery({
    queryKey: ["clients", "alike", name, asked],
    queryFn: ({ signal }) => ask("findClientDuplicates", { query: { name, ...(asked ? { city: asked } : {}) } }, { signal }),
    placeholderData: (before) => before,
  });
  const found: Alikes = alike.data?.data ?? [];
  if (found.length === 0) return null;
  return (
    <section className={styles.alike} aria-live="polite">
      <h3>
        <Icon of={TriangleAlert} /> {say.duplicates}
      </h3>
      <ul>
        {found.map((client) => (
          <li key={client.id}>
            <span>
              <b>{client.name}</b>{" "}
              {client.reasons.map((reason) => (
                <Pill key={reason}>{say.why[reason]}</Pill>
              ))}
              <small>{client.city}</small>
            </span>
            <Button size="small" onPress={() => onUse({ id: client.id, label: client.name })}>
              {say.use}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Details({ name, details, onChange }: { name: string; details: NewClient; onChange: (details: NewClient) => void }) {
  const { words } = useSpoken();
  const say = words.opportunity.create;
  const kinds = useClientKinds().data?.data ?? [];
  const set = (change: Partial<NewClient>): void => onChange({ ...details, ...change });
  return (
    <section className={styles.details}>
      <h3>
        <Icon of={Plus} /> {say.clientNew({ name })}
      </h3>
      <div className={styles.fields}>
        <Select
          label={say.kind}
          options={kinds.map((kind) => ({ id: kind.id, label: kind.name }))}
          value={details.kindId}
          onChange={(kindId) => set({ kindId })}
          placeholder="–"
        />
        <TextField label={say.postalCode} value={details.postalCode} onChange={(postalCode) => set({ postalCode })} maxLength={20} />
        <TextField label={say.city} value={details.city} onChange={(city) => set({ city })} maxLength={120} />
      </div>
    </section>
  );
}
