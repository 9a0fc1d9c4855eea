import { useState } from "react";
import { useMay } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { formatMoney, formatPercent } from "#web/kit/format.ts";
import { NumberField } from "#web/kit/number-field.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { useEditWorkspace, type Workspace } from "#web/settings/use-edit-workspace.ts";
import styles from "#web/settings/section.module.css";

const COST = 1000;

/** A rate says nothing without its base: mark-up (on the cost) and margin (on the price) are always named, with an example. */
export function DefaultRatePanel({ workspace }: { workspace: Workspace }) {
  const { locale, words } = useAllSpoken();
  const { agency } = words.settings;
  const canEdit = useMay("settings", "write");
  const edit = useEditWorkspace();
  const [typed, setTyped] = useState<number | null>();
  const percent = typed === undefined ? Number(workspace.defaultRatePercent) : typed;
  const mode = edit.isPending ? (edit.variables.defaultRateMode ?? workspace.defaultRateMode) : workspace.defaultRateMode;
  const isTooHigh = mode === "margin" && (percent ?? 0) >= 100;
  function save() {
    if (percent === null || isTooHigh) return;
    if (percent !== Number(workspace.defaultRatePercent)) edit.mutate({ defaultRatePercent: String(percent) });
    setTyped(undefined);
  }
  const example = (kind: "markup" | "margin") => {
    const money = (amount: number) => formatMoney({ amount: amount.toFixed(2), currency: workspace.currency }, locale);
    const rate = percent ?? 0;
    if (kind === "margin" && rate >= 100) return agency.percentWrong;
    const price = kind === "markup" ? COST * (1 + rate / 100) : COST / (1 - rate / 100);
    const say = kind === "markup" ? agency.markupHint : agency.marginHint;
    return say({ rate: formatPercent(rate, locale), cost: money(COST), price: money(price) });
  };
  return (
    <Panel title={agency.rate}>
      <div className={styles.fields}>
        <p className={styles.hint}>{agency.rateText}</p>
        <RadioGroup
          label={agency.mode}
          look="list"
          value={mode}
          isReadOnly={!canEdit}
          onChange={(id) => edit.mutate({ defaultRateMode: id === "margin" ? "margin" : "markup" })}
          options={[
            { id: "markup", label: agency.markup, hint: example("markup") },
            { id: "margin", label: agency.margin, hint: example("margin") },
          ]}
        />
        <NumberField
          label={agency.percent}
          value={percent}
          onChange={setTyped}
          onBlur={save}
          min={0}
          max={999}
          maxDecimals={2}
          unit="%"
          isReadOnly={!canEdit}
          error={isTooHigh ? agency.percentWrong : undefined}
        />
      </div>
    </Panel>
  );
}
