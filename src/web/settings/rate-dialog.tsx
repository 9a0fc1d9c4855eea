import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { currencyOptions } from "#web/app/countries.ts";
import { Form } from "#web/app/form.tsx";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { useUndo } from "#web/app/undo.ts";
import { Button } from "#web/kit/button.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { RATES, type Rate } from "#web/settings/exchange-rates.ts";

type RateDialogProps = { /** Absent: a currency that has none yet. */ rate: Rate | undefined; taken: readonly Rate[]; onClose: () => void };

export function RateDialog({ rate, taken, onClose }: RateDialogProps) {
  const { locale, words } = useAllSpoken();
  const { rates: say } = words.settings;
  const { workspace } = useMe();
  const client = useQueryClient();
  const [currency, setCurrency] = useState(rate?.currency ?? null);
  const [value, setValue] = useState<number | null>(rate ? Number(rate.rate) : null);
  const { today } = useSurroundings();
  const [onDay, setOnDay] = useState<string | null>(today);
  const [source, setSource] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const { offerUndo } = useUndo();
  const set = useMutation({
    mutationFn: (wanted: { currency: string; rate: string; onDay: string; source: string | null }) =>
      ask("addExchangeRate", { body: wanted }),
    onSuccess: async (saved) => {
      offerUndo(say.set(saved));
      await client.invalidateQueries({ queryKey: RATES });
      onClose();
    },
  });
  const problem = set.error instanceof ApiProblem ? set.error : undefined;
  const missing = (field: unknown) => (isChecked && field === null ? words.common.required : undefined);
  const used = [workspace.currency, ...taken.map((one) => one.currency)];
  function submit() {
    setIsChecked(true);
    if (currency === null || value === null || onDay === null) return;
    set.mutate({ currency, rate: value.toFixed(10).replace(/\.?0+$/, ""), onDay, source: source.trim() || null });
  }
  return (
    <Dialog isOpen onClose={onClose} title={rate ? say.rateOf({ currency: rate.currency }) : say.add} size="small">
      <Form
        onSubmit={submit}
        failure={set.error}
        fields={["rate", "currency", "onDay", "source"]}
        actions={
          <Button look="primary" type="submit" isPending={set.isPending}>
            {say.save}
          </Button>
        }
      >
        {!rate && (
          <ChoiceField
            label={say.currency}
            options={currencyOptions(locale).filter(({ id }) => !used.includes(id))}
            value={currency}
            onChange={setCurrency}
            error={missing(currency) ?? problem?.fieldError("currency")}
          />
        )}
        <NumberField
          label={say.equals({ currency: currency ?? "…", rate: "…", own: workspace.currency })}
          value={value}
          onChange={setValue}
          min={0}
          maxDecimals={10}
          unit={workspace.currency}
          autoFocus={rate !== undefined}
          error={missing(value) ?? problem?.fieldError("rate")}
        />
        <DateField label={say.onDay} value={onDay} onChange={setOnDay} max={today} error={missing(onDay) ?? problem?.fieldError("onDay")} />
        <TextField
          label={say.source}
          isOptional
          hint={say.sourceHint}
          value={source}
          onChange={setSource}
          maxLength={100}
          error={problem?.fieldError("source")}
        />
      </Form>
    </Dialog>
  );
}
