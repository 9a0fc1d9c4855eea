import type { Opportunity } from "#contract/opportunity.ts";
import { returnWhenDepartureMoves } from "#domain/opportunity/dates.ts";
import type { Answer } from "#web/api/api.ts";
import { useMe, usePeople } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { DateField } from "#web/kit/date-field.tsx";
import { formatDay, formatPercent } from "#web/kit/format.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { MoneyField } from "#web/kit/money-field.tsx";
import { Money } from "#web/kit/money.tsx";
import { Select } from "#web/kit/select.tsx";
import { StageName } from "#web/kit/stage-dot.tsx";
import { StarButton } from "#web/kit/star-button.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { ClientName } from "#web/opportunity/client-name.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

type Pipelines = Answer<"listPipelines">["data"];
type RowProps = { readonly row: Opportunity; readonly pipelines: Pipelines; readonly isSelected: boolean; readonly onSelect: () => void };

/** A row of the list: stage, departure, amount, close, manager and star are changed in place. */
export function OpportunityRow({ row, pipelines, isSelected, onSelect }: RowProps) {
  const { words } = useSpoken();
  const { field } = words.opportunity;
  const { locale } = useSurroundings();
  const me = useMe();
  const save = useSaveOpportunity(row);
  const canEdit = row.can.edit;
  const day = (value: string | null) => (value === null ? "–" : formatDay(value, locale));
  return (
    <tr data-row={row.id} data-selected={isSelected || undefined}>
      <td className={styles.tick}>
        <Checkbox label={words.opportunity.select(row)} hidesLabel isSelected={isSelected} onChange={onSelect} />
      </td>
      <td className={styles.star}>
        <StarButton
          isOn={row.priority}
          onChange={(priority) => save({ priority })}
          label={row.priority ? words.opportunity.starOff : words.opportunity.starOn}
          size="small"
          {...(canEdit ? {} : { disabledReason: words.opportunity.notPriority })}
        />
      </td>
      <th scope="row" className={classNames(styles.name, look.cut)}>
        <Link href={`/opportunities/${row.id}`} look="name" title={row.name}>
          {row.name}
        </Link>
      </th>
      <td className={classNames(look.cut, look.quiet)} title={row.client.name}>
        <ClientName client={row.client} className={styles.client} />
      </td>
      <td className={styles.stage}>
        <StageCell row={row} pipelines={pipelines} onSave={(stageId) => save({ stageId })} />
      </td>
      <td className={styles.day}>
        <InlineField
          label={field.departsOn}
          opensOnDigit
          value={row.departsOn}
          onSave={(departsOn) =>
            save(departsOn === null ? { departsOn } : { departsOn, returnsOn: returnWhenDepartureMoves(row, departsOn) })
          }
          canEdit={canEdit}
          editor={({ draft, change }) => <DateField label={field.departsOn} hidesLabel autoFocus value={draft} onChange={change} />}
        >
          {day(row.departsOn)}
        </InlineField>
      </td>
      <td className={look.figures}>{row.pax ?? "–"}</td>
      <td className={classNames(look.figures, styles.money)}>
        <InlineField
          label={field.amount}
          opensOnDigit
          value={row.amount.amount}
          onSave={(amount) => save({ amount })}
          canEdit={canEdit}
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
      </td>
      {me.rights.costs && (
        <td className={look.figures}>{row.marginPercent === null ? "–" : formatPercent(row.marginPercent, locale, 1)}</td>
      )}
      <td className={classNames(styles.day, row.overdue && styles.overdue)}>
        <InlineField
          label={field.expectedCloseOn}
          opensOnDigit
          value={row.expectedCloseOn}
          onSave={(expectedCloseOn) => save({ expectedCloseOn })}
          canEdit={canEdit && row.outcome === "open"}
          editor={({ draft, change }) => <DateField label={field.expectedCloseOn} hidesLabel autoFocus value={draft} onChange={change} />}
        >
          {day(row.outcome === "open" ? row.expectedCloseOn : row.closedOn)}
        </InlineField>
      </td>
      <td>
        <ManagerCell row={row} onSave={(managerId) => save({ managerId })} />
      </td>
    </tr>
  );
}

function StageCell({ row, pipelines, onSave }: { row: Opportunity; pipelines: Pipelines; onSave: (stageId: string) => void }) {
  const { words } = useSpoken();
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
      onSave={onSave}
      canEdit={row.can.edit}
      editor={({ draft, save }) => (
        <Select
          label={words.opportunity.field.stage}
          hidesLabel
          autoFocus
          size="small"
          options={stages.map((stage) => ({ id: stage.id, label: stage.name }))}
          value={draft}
          onChange={(id) => id && save(id)}
        />
      )}
    >
      <StageName tide={tideOf(at, stages.length)}>{row.stageName}</StageName>
    </InlineField>
  );
}

function ManagerCell({ row, onSave }: { row: Opportunity; onSave: (managerId: string) => void }) {
  const { words } = useSpoken();
  const people = usePeople().data?.data.filter((person) => person.active) ?? [];
  return (
    <InlineField
      label={words.opportunity.field.manager}
      value={row.manager?.id ?? ""}
      onSave={onSave}
      canEdit={row.can.edit}
      editor={({ draft, save }) => (
        <Select
          label={words.opportunity.field.manager}
          hidesLabel
          autoFocus
          size="small"
          options={people.map((person) => ({ id: person.id, label: person.name }))}
          value={draft}
          onChange={(id) => id && save(id)}
        />
      )}
    >
      {row.manager ? <Avatar name={row.manager.name} size={20} /> : "–"}
    </InlineField>
  );
}
