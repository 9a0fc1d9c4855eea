import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Combobox } from "#web/kit/combobox.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Pill } from "#web/kit/pill.tsx";
import type { Line } from "#web/product/use-products.ts";

type SupplierCellProps = { readonly line: Line; readonly canEdit: boolean; readonly onSave: (supplierId: string | null) => void };

/** The supplier of a line, or the pill that asks for one. */
export function SupplierCell({ line, canEdit, onSave }: SupplierCellProps) {
  const { words } = useAllSpoken();
  const say = words.product;
  const value = line.supplier && { id: line.supplier.id, label: line.supplier.name };
  return (
    <InlineField
      label={say.chooseSupplier(line)}
      value={value}
      canEdit={canEdit}
      onSave={(next) => onSave(next?.id ?? null)}
      editor={({ draft, save }) => <SupplierField label={say.chooseSupplier(line)} value={draft} onChange={save} />}
    >
      {value ? <span title={value.label}>{value.label}</span> : <Pill>{say.toChoose}</Pill>}
    </InlineField>
  );
}

type SupplierFieldProps = {
  readonly label: string;
  readonly value: Option | null;
  readonly onChange: (supplier: Option | null) => void;
  /** In a form: its label is drawn and it waits for its turn. */
  readonly isInForm?: boolean;
  /** Chooses among those there are: none is created. */
  readonly isFilter?: boolean;
  readonly error?: string | undefined;
};

/** Finds a supplier, or creates the one that was typed. */
export function SupplierField({ label, value, onChange, isInForm = false, isFilter = false, error }: SupplierFieldProps) {
  const { words } = useAllSpoken();
  const [text, setText] = useState("");
  const mayCreate = useMay("quotes", "write") && !isFilter;
  const report = useReport();
  const found = useQuery({
    queryKey: ["suppliers", "matches", text],
    queryFn: ({ signal }) => ask("listSuppliers", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map(({ id, name, city }) => ({ id, label: name, ...(city ? { detail: city } : {}) }));
  const create = async (name: string): Promise<void> => {
    try {
      const made = await ask("createSupplier", { body: { name } });
      onChange({ id: made.id, label: made.name });
    } catch (error) {
      report(error, ["suppliers"]);
    }
  };
  return (
    <Combobox
      label={label}
      hidesLabel={!isInForm}
      autoFocus={!isInForm}
      isOptional={isInForm}
      error={error}
      value={value}
      onChange={onChange}
      matches={matches}
      onSearch={setText}
      isLoading={found.isFetching}
      placeholder={mayCreate ? words.product.createSupplier : words.catalogue.suppliers.search}
      {...(mayCreate ? { onCreate: (name: string) => void create(name) } : {})}
    />
  );
}
