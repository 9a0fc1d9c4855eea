import type { ReactNode } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { returnWhenDepartureMoves } from "#domain/opportunity/dates.ts";
import type { Answer } from "#web/api/api.ts";
import { usePeople } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { DateField } from "#web/kit/date-field.tsx";
import { formatDay } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { Money } from "#web/kit/money.tsx";
import { Select } from "#web/kit/select.tsx";
import { StageName } from "#web/kit/stage-dot.tsx";
import { tideOf } from "#web/kit/tide.ts";
import type { SaveChange } from "#web/opportunity/use-opportunity.ts";

export type CellProps = { readonly row: Opportunity; readonly save: SaveChange };
type Pipelines = Answer<"listPipelines">["data"];

type DayCellProps = {
  readonly label: string;
  readonly value: string | null;
  readonly canEdit: boolean;
  readonly onSave: (day: string | null) => void;
  readonly children?: ReactNode;
};

function DayCell({ label, value, canEdit, onSave, children }: DayCellProps) {
  return (
    <InlineField
      label={label}
      opensOnDigit
      value={value}
      onSave={onSave}
      canEdit={canEdit}
      editor={({ draft, change }) => <DateField label={label} hidesLabel autoFocus value={draft} onChange={change} />}
    >
      {children}
    </InlineField>
  );
}

export function DepartureCell({ row, save }: CellProps) {
  const { field } = useWords().opportunity;
  const { locale } = useSurroundings();
  return (
    <DayCell
      label={field.departsOn}
      value={row.departsOn}
      canEdit={row.can.edit}
      onSave={(departsOn) => save(departsOn === null ? { departsOn } : { departsOn, returnsOn: returnWhenDepartureMoves(row, departsOn) })}
    >
      {row.departsOn === null ? "–" : formatDay(row.departsOn, locale)}
    </DayCell>
  );
}

export function CloseCell({ row, save }: CellProps) {
  const { field } = useWords().opportunity;
  const { locale } = useSurroundings();
  const shown = row.outcome === "open" ? row.expectedCloseOn : row.closedOn;
  return (
    <DayCell
      label={field.expectedCloseOn}
      value={row.expectedCloseOn}
      canEdit={row.can.edit && row.outcome === "open"}
      onSave={(expectedCloseOn) => save({ expectedCloseOn })}
    >
      {shown === null ? "–" : formatDay(shown, locale)}
    </DayCell>
  );
}

export function AmountCell({ row, save }: CellProps) {
  const { field } = useWords().opportunity;
  return (
    <InlineField
      label={field.amount}
      opensOnDigit
      value={row.amount.amount}
      onSave={(amount, before) => save({ amount }, { amount: before })}
      canEdit={row.can.edit}
      editor={({ draft, change }) => (
        <MoneyField
          label={field.amount}
          hidesLabel
          autoFocus
          value={draft}
          onChange={(next) => change(next ?? "0")}
          currency={row.currency}
        />
      )}
    >
      <Money amount={Number(row.amount.amount) === 0 ? null : row.amount.amount} currency={row.currency} isInline />
    </InlineField>
  );
}

export function StageCell({ row, save, pipelines }: CellProps & { readonly pipelines: Pipelines }) {
  const words = useWords();
  const stages = pipelines.find((pipeline) => pipeline.id === row.pipelineId)?.stages ?? [];
  if (row.outcome !== "open")
    return (
      <StageName outcome={row.outcome}>
        {[words.opportunity.outcome[row.outcome], row.lostReasonName].filter(Boolean).join(" · ")}
      </StageName>
    );
  const at = stages.findIndex((stage) => stage.id === row.stageId);
  return (
    <InlineField
      label={words.opportunity.field.stage}
      value={row.stageId}
      onSave={(stageId) => save({ stageId })}
      canEdit={row.can.edit}
      editor={({ draft, save: pick }) => (
        <Select
          label={words.opportunity.field.stage}
          hidesLabel
          autoFocus
          size="small"
          options={stages.map((stage) => ({ id: stage.id, label: stage.name }))}
          value={draft}
          onChange={(id) => id && pick(id)}
        />
      )}
    >
      <StageName tide={tideOf(at, stages.length)}>{row.stageName}</StageName>
    </InlineField>
  );
}

export function ManagerCell({ row, save }: CellProps) {
  const words = useWords();
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  return (
    <InlineField
      label={words.opportunity.field.manager}
      value={row.manager?.id ?? ""}
      onSave={(managerId) => save({ managerId })}
      canEdit={row.can.edit}
      editor={({ draft, save: pick }) => (
        <Select
          label={words.opportunity.field.manager}
          hidesLabel
          autoFocus
          size="small"
          options={people.map((person) => ({ id: person.id, label: person.name }))}
          value={draft}
          onChange={(id) => id && pick(id)}
        />
      )}
    >
      {row.manager ? <Avatar name={row.manager.name} size={20} /> : "–"}
    </InlineField>
  );
}
