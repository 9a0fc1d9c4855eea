import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";

type FieldProps = { readonly label: string; readonly onChoose: (id: string) => void; readonly onClose: () => void };

/** Finds one product of the catalogue. */
export function ProductField(props: FieldProps) {
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["products", "matches", text],
    queryFn: ({ signal }) => ask("listProducts", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map(({ id, name, supplier }) => ({
    id,
    label: name,
    ...(supplier ? { detail: supplier.name } : {}),
  }));
  return <FoundField {...props} matches={matches} isLoading={found.isFetching} onSearch={setText} />;
}

/** Finds one step that is in use. */
export function StepField(props: FieldProps) {
  const { kind } = useAllSpoken().words.catalogue.part;
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["steps", "matches", text],
    queryFn: ({ signal }) => ask("listSteps", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map((step) => ({ id: step.id, label: step.name, detail: kind[step.kind] }));
  return <FoundField {...props} matches={matches} isLoading={found.isFetching} onSearch={setText} />;
}

type FoundProps = FieldProps & {
  readonly matches: readonly { readonly id: string; readonly label: string; readonly detail?: string }[];
  readonly isLoading: boolean;
  readonly onSearch: (text: string) => void;
};

function FoundField({ label, onChoose, onClose, matches, isLoading, onSearch }: FoundProps) {
  return (
    <div onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Combobox
        label={label}
        hidesLabel
        autoFocus
        value={null}
        onChange={(chosen) => chosen && onChoose(chosen.id)}
        matches={matches}
        onSearch={onSearch}
        isLoading={isLoading}
        placeholder={label}
      />
    </div>
  );
}
