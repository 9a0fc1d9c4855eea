import { Suspense } from "react";
import { type CustomRecord, type CustomValue, type CustomValues, plainText } from "#domain/custom-field/custom-field.ts";
import { VisitLink } from "#web/app/reach-links.tsx";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { RecordField } from "#web/app/record-field.tsx";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { CustomEditor } from "#web/custom-field/custom-editor.tsx";
import { useCustomText } from "#web/custom-field/custom-text.ts";
import { groupsOf, useCustomFields, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { FactsList } from "#web/kit/facts-list.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";

export type CustomChange = { readonly custom: Record<string, unknown> };

type CustomPanelsProps = {
  readonly recordType: CustomRecord;
  readonly values: CustomValues;
  readonly edits: RecordEdits<CustomChange>;
};

/** What the agency added, a panel for each of its groups: every value is changed in place. */
export function CustomPanels(props: CustomPanelsProps) {
  return (
    <Suspense fallback={null}>
      <Groups {...props} />
    </Suspense>
  );
}

function Groups({ recordType, values, edits }: CustomPanelsProps) {
  const say = useCustomWords();
  const groups = groupsOf(useCustomFields(recordType));
  return groups.map(({ name, fields }) => (
    <Panel key={name ?? ""} title={name ?? say.noGroup}>
      <FactsList>
        {fields.map((field) => (
          <CustomFact key={field.id} field={field} value={values[field.key]} edits={edits} />
        ))}
      </FactsList>
    </Panel>
  ));
}

type CustomFactProps = {
  readonly field: CustomFieldInfo;
  readonly value: CustomValue | undefined;
  readonly edits: RecordEdits<CustomChange>;
};

function CustomFact({ field, value, edits }: CustomFactProps) {
  const say = useCustomWords();
  const textOf = useCustomText();
  const isWanted = field.important && value === undefined;
  return (
    <RecordField<CustomValue | undefined, CustomChange>
      edits={edits}
      name={`custom.${field.key}`}
      label={field.label}
      value={value}
      textOf={(one) => textOf(field, one)}
      changeOf={(next) => ({ custom: { [field.key]: next ?? null } })}
      editor={({ draft, change, save }) => (
        <CustomEditor field={field} value={draft} onChange={change} onPick={save} hidesLabel autoFocus />
      )}
      action={field.type === "link" && <VisitLink name={field.label} website={value === undefined ? null : plainText(value)} />}
    >
      {isWanted ? <Pill kind="warning">{say.toComplete}</Pill> : undefined}
    </RecordField>
  );
}
