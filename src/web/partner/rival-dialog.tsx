import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useCompetitors } from "#web/app/me.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { TextArea } from "#web/kit/text-area.tsx";
import type { Rival, RivalLink } from "#web/partner/use-partners.ts";
import styles from "#web/partner/partner.module.css";

type RivalDialogProps = {
  readonly rival: Rival | null;
  readonly currency: string;
  readonly onSave: (link: RivalLink, name: string) => Promise<boolean>;
  readonly onClose: () => void;
};

export function RivalDialog({ rival, currency, onSave, onClose }: RivalDialogProps) {
  const { words } = useSpoken();
  const say = words.partner;
  const [who, setWho] = useState<Option | null>(rival && { id: rival.id, label: rival.name });
  const [price, setPrice] = useState(rival?.price?.amount ?? null);
  const [strengths, setStrengths] = useState(rival?.strengths ?? "");
  const [weaknesses, setWeaknesses] = useState(rival?.weaknesses ?? "");
  const [isRefused, setIsRefused] = useState(false);
  const save = async (): Promise<void> => {
    if (!who) return setIsRefused(true);
    if (await onSave({ competitorId: who.id, price, strengths, weaknesses }, who.label)) onClose();
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={rival ? say.editCompetitor(rival) : say.addCompetitor}
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
        <CompetitorField value={who} onChange={setWho} error={isRefused && !who ? say.required : undefined} />
        <MoneyField label={say.price} isOptional value={price} onChange={setPrice} currency={currency} />
        <TextArea label={say.strengths} isOptional value={strengths} onChange={setStrengths} maxLength={1000} />
        <TextArea label={say.weaknesses} isOptional value={weaknesses} onChange={setWeaknesses} maxLength={1000} />
      </div>
    </Dialog>
  );
}

type FieldProps = { readonly value: Option | null; readonly onChange: (who: Option | null) => void; readonly error: string | undefined };

/** From the agency's list; a new name joins it. */
function CompetitorField({ value, onChange, error }: FieldProps) {
  const { words } = useSpoken();
  const say = words.partner;
  const [text, setText] = useState("");
  const client = useQueryClient();
  const report = useReport();
  const known = useCompetitors(true).data?.data ?? [];
  const matches = known.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())).map(({ id, name }) => ({ id, label: name }));
  const create = async (name: string): Promise<void> => {
    try {
      const made = await ask("createCompetitor", { body: { name } });
      onChange({ id: made.id, label: made.name });
      await client.invalidateQueries({ queryKey: ["competitors"] });
    } catch (problem) {
      report(problem, ["competitors"]);
    }
  };
  return (
    <Combobox
      label={say.competitor}
      autoFocus
      value={value}
      onChange={onChange}
      matches={matches}
      onSearch={setText}
      placeholder={say.competitorPlaceholder}
      error={error}
      onCreate={(name) => void create(name)}
    />
  );
}
