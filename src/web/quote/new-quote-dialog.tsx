import { useState } from "react";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useCreateQuote } from "#web/quote/use-create-quote.ts";
import { useQuoteTemplates } from "#web/quote/use-quote.ts";
import styles from "#web/quote/quote-side.module.css";

type From = "opportunity" | "template" | "nothing";
type NewQuoteDialogProps = { readonly opportunityId?: string; readonly name?: string; readonly onClose: () => void };

/** Where a new quote begins: an opportunity with its products, a template, or nothing. */
export function NewQuoteDialog({ opportunityId, name: given = "", onClose }: NewQuoteDialogProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.create;
  const templates = useQuoteTemplates(true).data?.data ?? [];
  const [from, setFrom] = useState<From>(opportunityId === undefined ? "nothing" : "opportunity");
  const [templateId, setTemplateId] = useState<string>();
  const [name, setName] = useState(given);
  const [departsOn, setDepartsOn] = useState<string | null>(null);
  const create = useCreateQuote(onClose);
  const chosen = templateId ?? templates[0]?.id;
  const submit = (): void => {
    const body = {
      from: fromOf(from, { opportunityId, templateId: chosen }),
      ...(opportunityId === undefined ? {} : { opportunityId }),
      ...(name.trim() === "" ? {} : { name: name.trim() }),
      ...(departsOn === null ? {} : { departsOn }),
    };
    void create(body);
  };
  const options = [
    ...(opportunityId === undefined ? [] : [{ id: "opportunity", label: say.opportunity }]),
    { id: "template", label: say.template, ...(templates.length === 0 ? { hint: say.noTemplate, isDisabled: true } : {}) },
    { id: "nothing", label: say.nothing },
  ];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.title}
      size="small"
      actions={
        <>
          <Button look="primary" onPress={submit}>
            {say.act}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioGroup label={say.from} autoFocus options={options} value={from} onChange={(id) => setFrom(id as From)} />
        {from === "template" && (
          <Select
            label={say.chooseTemplate}
            value={chosen ?? null}
            options={templates.map(({ id, name: label }) => ({ id, label }))}
            onChange={setTemplateId}
          />
        )}
        <TextField label={say.name} isOptional maxLength={200} value={name} onChange={setName} />
        {from !== "opportunity" && <DateField label={say.departsOn} isOptional value={departsOn} onChange={setDepartsOn} />}
      </div>
    </Dialog>
  );
}

type Chosen = { readonly opportunityId: string | undefined; readonly templateId: string | undefined };

function fromOf(from: From, { opportunityId, templateId }: Chosen) {
  if (from === "opportunity" && opportunityId !== undefined) return { opportunityId };
  return from === "template" && templateId !== undefined ? { templateId } : {};
}
