import { Plus, X } from "lucide-react";
import { MOST_DEEP } from "#domain/filter/filter.ts";
import type { Operator } from "#domain/filter/filter.ts";
import { ChoiceField } from "#web/app/choice-field.tsx";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Select } from "#web/kit/select.tsx";
import { operatorName } from "#web/view/condition-text.ts";
import {
  isComplete,
  isGroup,
  newCondition,
  newGroup,
  operatorsOf,
  withOperator,
  type Draft,
  type DraftCondition,
  type DraftGroup,
} from "#web/view/filter-draft.ts";
import { FilterValueField } from "#web/view/filter-value.tsx";
import { useFields, useFilteredList, useFilterFields, useFilterIntro, useFilterWords } from "#web/view/use-filter-fields.ts";
import styles from "#web/view/filter-dialog.module.css";

/** What a condition is about until another field is chosen. */
const FIRST = { opportunities: "managerId", clients: "managerId", contacts: "city" } as const;

type GroupProps = {
  readonly group: DraftGroup;
  readonly depth: number;
  readonly onChange: (group: DraftGroup) => void;
  readonly onRemove?: () => void;
  /** What is missing is said only once it was asked for. */
  readonly isAsked: boolean;
};

/** All of these, or any of these: conditions, and groups of them. */
export function FilterGroup({ group, depth, onChange, onRemove, isAsked }: GroupProps) {
  const say = useFilterWords();
  const intro = useFilterIntro();
  const fields = useFields();
  const first = FIRST[useFilteredList()];
  const put = (part: Draft): void => onChange({ ...group, parts: group.parts.map((one) => (one.key === part.key ? part : one)) });
  const drop = (key: number): void => onChange({ ...group, parts: group.parts.filter((one) => one.key !== key) });
  const add = (part: Draft): void => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <div role="group" aria-label={depth === 1 ? say.title : say.group} className={depth === 1 ? styles.root : styles.group}>
      <div className={styles.head}>
        {depth === 1 && <span>{intro}</span>}
        <Select
          label={say.matching}
          hidesLabel
          size="small"
          options={[
            { id: "all", label: say.all },
            { id: "any", label: say.any },
          ]}
          value={group.kind}
          onChange={(kind) => onChange({ ...group, kind: kind === "any" ? "any" : "all" })}
        />
        {onRemove && <IconButton icon={X} size="small" label={say.removeGroup} onPress={onRemove} />}
      </div>
      {group.parts.map((part) =>
        isGroup(part) ? (
          <FilterGroup key={part.key} group={part} depth={depth + 1} onChange={put} onRemove={() => drop(part.key)} isAsked={isAsked} />
        ) : (
          <ConditionRow key={part.key} condition={part} onChange={put} onRemove={() => drop(part.key)} isAsked={isAsked} />
        ),
      )}
      <div className={styles.head}>
        <Button look="quiet" size="small" icon={<Icon of={Plus} />} onPress={() => add(newCondition(first, fields))}>
          {say.addCondition}
        </Button>
        {depth < MOST_DEEP && (
          <Button look="quiet" size="small" icon={<Icon of={Plus} />} onPress={() => add(newGroup(newCondition(first, fields)))}>
            {say.addGroup}
          </Button>
        )}
      </div>
    </div>
  );
}

type RowProps = {
  readonly condition: DraftCondition;
  readonly onChange: (condition: DraftCondition) => void;
  readonly onRemove: () => void;
  readonly isAsked: boolean;
};

function ConditionRow({ condition, onChange, onRemove, isAsked }: RowProps) {
  const say = useFilterWords();
  const options = useFilterFields();
  const fields = useFields();
  const { field, op } = condition;
  return (
    <div className={styles.condition}>
      <ChoiceField
        label={say.field}
        hidesLabel
        className={styles.field}
        options={options}
        value={field}
        onChange={(next) => onChange({ ...newCondition(next, fields), key: condition.key })}
      />
      <Select
        label={say.operator}
        hidesLabel
        className={styles.operator}
        options={operatorsOf(field, fields).map((id) => ({ id, label: operatorName(fields[field]?.kind, id, say) }))}
        value={op}
        onChange={(next) => onChange(withOperator(condition, next as Operator, fields[field]))}
      />
      <div className={styles.values}>
        <FilterValueField
          condition={condition}
          set={(value) => onChange({ ...condition, value })}
          error={isAsked && !isComplete(condition) ? say.missing : undefined}
        />
      </div>
      <IconButton icon={X} label={say.removeCondition} onPress={onRemove} />
    </div>
  );
}
