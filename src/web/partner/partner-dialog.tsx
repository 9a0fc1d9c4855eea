import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PARTNER_ROLES, type PartnerRole } from "#domain/opportunity/partner.ts";
import { ask } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import type { Partner, PartnerLink } from "#web/partner/use-partners.ts";
import styles from "#web/partner/partner.module.css";

type PartnerDialogProps = {
  readonly partner: Partner | null;
  readonly onSave: (link: PartnerLink, name: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Options carry what they are before their id: "supplier:…". */
const optionOf = (partner: Partner): Option => ({ id: `${partner.kind}:${partner.record.id}`, label: partner.record.name });

export function PartnerDialog({ partner, onSave, onClose }: PartnerDialogProps) {
  const { words } = useSpoken();
  const say = words.partner;
  const [who, setWho] = useState<Option | null>(partner && optionOf(partner));
  const [role, setRole] = useState<string | null>(partner?.role ?? null);
  const [note, setNote] = useState(partner?.note ?? "");
  const [isRefused, setIsRefused] = useState(false);
  const save = async (): Promise<void> => {
    if (!who) return setIsRefused(true);
    const [kind = "", id = ""] = who.id.split(":");
    if (await onSave({ [`${kind}Id`]: id, role: (role as PartnerRole | null) ?? null, note }, who.label)) onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={partner ? say.editPartner(partner.record) : say.addPartner}
      actions={
        <>
          <Button look="primary" onPress={() => void save()}>
            {words.common.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <WhoField value={who} onChange={setWho} error={isRefused && !who ? say.required : undefined} />
        <Select
          label={say.role}
          options={PARTNER_ROLES.map((id) => ({ id, label: say.roles[id] }))}
          value={role}
          onChange={setRole}
          placeholder={say.noRole}
        />
        <TextArea label={say.note} isOptional value={note} onChange={setNote} maxLength={1000} />
      </div>
    </Dialog>
  );
}

type WhoFieldProps = { readonly value: Option | null; readonly onChange: (who: Option | null) => void; readonly error: string | undefined };

/** Suppliers and clients together; a new name becomes a supplier. */
function WhoField({ value, onChange, error }: WhoFieldProps) {
  const { words } = useSpoken();
  const say = words.partner;
  const [text, setText] = useState("");
  const report = useReport();
  const seesClients = useMay("clients", "read");
  const mayCreate = useMay("quotes", "write");
  const found = useQuery({
    queryKey: ["suppliers", "partners", text, seesClients],
    queryFn: async ({ signal }) => {
      const query = { limit: 6, ...(text === "" ? {} : { q: text }) };
      const suppliers = await ask("listSuppliers", { query }, { signal });
      const clients = seesClients && text !== "" ? await ask("listClients", { query }, { signal }) : { data: [] };
      return [
        ...suppliers.data.map(({ id, name }) => ({ id: `supplier:${id}`, label: name, detail: say.kind.supplier })),
        ...clients.data.map(({ id, name }) => ({ id: `client:${id}`, label: name, detail: say.kind.client })),
      ];
    },
    placeholderData: (before) => before,
  });
  const create = async (name: string): Promise<void> => {
    try {
      const made = await ask("createSupplier", { body: { name } });
      onChange({ id: `supplier:${made.id}`, label: made.name });
    } catch (problem) {
      report(problem, ["suppliers"]);
    }
  };
  return (
    <Combobox
      label={say.who}
      autoFocus
      value={value}
      onChange={onChange}
      matches={found.data ?? []}
      onSearch={setText}
      isLoading={found.isFetching}
      placeholder={say.whoPlaceholder}
      error={error}
      {...(mayCreate ? { onCreate: (name: string) => void create(name) } : {})}
    />
  );
}
