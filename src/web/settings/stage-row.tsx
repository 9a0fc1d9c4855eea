import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { PROBABILITY_PERCENT, STALE_DAYS } from "#domain/pipeline/pipeline.ts";
import { useAllSpoken, useAllWords } from "#web/app/words.ts";
import { formatPercent } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { StageDot } from "#web/kit/stage-dot.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { ProbabilityDialog } from "#web/settings/probability-dialog.tsx";
import { useEditPipelines, type Stage } from "#web/settings/use-edit-pipelines.ts";
import styles from "#web/settings/section.module.css";

type Place = { readonly index: number; readonly count: number };
type StageRowProps = { stage: Stage; place: Place; canEdit: boolean; onMove: (position: number) => void };

export function StageRow({ stage, place, canEdit, onMove }: StageRowProps) {
  const { locale, words } = useAllSpoken();
  const { pipelines: say } = words.settings;
  const { editStage } = useEditPipelines();
  const [asked, setAsked] = useState<number>();
  return (
    <>
      <StageDot tide={tideOf(place.index, place.count)} />
      <span className={styles.stage}>
        <InlineField
          label={say.stageName}
          value={stage.name}
          canEdit={canEdit}
          onSave={(name) => name.trim() !== "" && editStage(stage, { name: name.trim() })}
          editor={({ draft, change }) => (
            <TextField label={say.stageName} hidesLabel value={draft} onChange={change} maxLength={60} autoFocus />
          )}
        >
          {stage.name}
        </InlineField>
      </span>
      <span className={styles.probability}>
        <InlineField<number | null>
          label={`${say.probability}, ${stage.name}`}
          value={stage.probabilityPercent}
          canEdit={canEdit}
          onSave={(percent) => percent !== null && setAsked(percent)}
          editor={({ draft, change }) => (
            <NumberField
              label={say.probability}
              hidesLabel
              value={draft}
              onChange={change}
              {...PROBABILITY_PERCENT}
              unit="%"
              isEndAligned
              autoFocus
            />
          )}
        >
          {formatPercent(stage.probabilityPercent, locale)}
        </InlineField>
      </span>
      <span className={styles.stale}>
        <InlineField<number | null>
          label={`${say.stale}, ${stage.name}`}
          value={stage.staleDays}
          canEdit={canEdit}
          onSave={(staleDays) => staleDays !== null && editStage(stage, { staleDays })}
          editor={({ draft, change }) => (
            <NumberField
              label={say.stale}
              hidesLabel
              value={draft}
              onChange={change}
              {...STALE_DAYS}
              unit={say.daysUnit}
              isEndAligned
              autoFocus
            />
          )}
        >
          {say.days({ count: stage.staleDays })}
        </InlineField>
      </span>
      <span className={`${styles.open} ${styles.quiet}`}>{say.open({ count: stage.openOpportunities })}</span>
      {canEdit && <StageMenu stage={stage} place={place} onMove={onMove} />}
      {asked !== undefined && <ProbabilityDialog stage={stage} percent={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

type StageMenuProps = Pick<StageRowProps, "stage" | "place" | "onMove">;

function StageMenu({ stage, place: { index, count }, onMove }: StageMenuProps) {
  const { pipelines: say } = useAllWords().settings;
  const { deleteStage } = useEditPipelines();
  const label = say.actions({ name: stage.name });
  const inUse = stage.openOpportunities > 0 ? say.inUse({ count: stage.openOpportunities }) : undefined;
  function act(id: string) {
    if (id === "delete") deleteStage(stage);
    else onMove(index + (id === "up" ? -1 : 1));
  }
  const moves = [
    ...(index > 0 ? [{ id: "up", label: say.moveUp, icon: ArrowUp }] : []),
    ...(index < count - 1 ? [{ id: "down", label: say.moveDown, icon: ArrowDown }] : []),
  ];
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={label} size="small" />}
      label={label}
      onAction={act}
      groups={[
        { id: "order", items: moves },
        {
          id: "leave",
          items: [
            { id: "delete", label: say.deleteStage, icon: Trash2, isDanger: true, disabledReason: count === 1 ? say.lastStage : inUse },
          ],
        },
      ]}
    />
  );
}
