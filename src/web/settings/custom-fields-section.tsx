import { Plus } from "lucide-react";
import { Suspense, useState } from "react";
import { CUSTOM_RECORDS, MOST_FIELDS, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { groupsOf, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import { CustomFieldDialog } from "#web/settings/custom-field-dialog.tsx";
import { CustomFieldGroup } from "#web/settings/custom-field-group.tsx";
import { Section } from "#web/settings/section.tsx";
import { useEditCustomFields, useEveryCustomField } from "#web/settings/use-edit-custom-fields.ts";
import styles from "#web/settings/section.module.css";

type Asked = CustomFieldInfo | "new";

/** What the agency adds to its records: by kind of record, in groups and in an order. */
export function CustomFieldsSection() {
  return (
    <Suspense fallback={null}>
      <Content />
    </Suspense>
  );
}

function Content() {
  const say = useCustomWords();
  const { settings } = useAllWords();
  const canEdit = useMay("settings", "write");
  const [recordType, setRecordType] = useState<CustomRecord>("opportunity");
  const [asked, setAsked] = useState<Asked>();
  const query = useEveryCustomField(recordType);
  const isFull = (query.data?.data.length ?? 0) >= MOST_FIELDS;
  return (
    <Section
      title={say.section}
      text={say.sectionText}
      isOfAgency
      action={
        canEdit && (
          <Button icon={<Icon of={Plus} />} disabledReason={isFull ? say.full : undefined} onPress={() => setAsked("new")}>
            {say.add}
          </Button>
        )
      }
    >
      <div>
        <Segmented
          label={say.records}
          size="normal"
          options={CUSTOM_RECORDS.map((id) => ({ id, label: say.record[id] }))}
          value={recordType}
          onChange={(id) => setRecordType(CUSTOM_RECORDS.find((one) => one === id) ?? "opportunity")}
        />
      </div>
      <Loaded query={query} label={settings.loading}>
        {({ data }) => <Fields recordType={recordType} fields={data} canEdit={canEdit} onEdit={setAsked} />}
      </Loaded>
      {asked !== undefined && (
        <CustomFieldDialog
          recordType={recordType}
          groups={[...new Set((query.data?.data ?? []).flatMap(({ group }) => group ?? []))]}
          {...(asked === "new" ? {} : { field: asked })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}

type FieldsProps = {
  readonly recordType: CustomRecord;
  readonly fields: readonly CustomFieldInfo[];
  readonly canEdit: boolean;
  readonly onEdit: (field: CustomFieldInfo) => void;
};

function Fields({ recordType, fields, canEdit, onEdit }: FieldsProps) {
  const say = useCustomWords();
  const { order } = useEditCustomFields();
  const active = fields.filter(({ archived }) => !archived);
  const archived = fields.filter((field) => field.archived);
  const groups = groupsOf(active);
  const send = (next: readonly (readonly CustomFieldInfo[])[]): void =>
    order(
      recordType,
      [...next.flat(), ...archived].map(({ id }) => id),
    );
  const arrange = (at: number, inside: readonly CustomFieldInfo[]): void =>
    send(groups.map((group, index) => (index === at ? inside : group.fields)));
  const moveGroup = (at: number, to: number): void => {
    const lists = groups.map((group) => group.fields);
    const [moved = []] = lists.splice(at, 1);
    send(lists.toSpliced(to, 0, moved));
  };
  if (fields.length === 0) return <p className={styles.text}>{say.empty}</p>;
  return (
    <>
      {groups.map((group, at) => (
        <CustomFieldGroup
          key={group.name ?? ""}
          title={group.name ?? say.noGroup}
          fields={group.fields}
          canEdit={canEdit}
          onEdit={onEdit}
          onArrange={(inside) => arrange(at, inside)}
          onMove={{
            ...(at > 0 ? { up: () => moveGroup(at, at - 1) } : {}),
            ...(at < groups.length - 1 ? { down: () => moveGroup(at, at + 1) } : {}),
          }}
        />
      ))}
      {archived.length > 0 && (
        <CustomFieldGroup title={say.archived({ n: archived.length })} fields={archived} canEdit={canEdit} onEdit={onEdit} isArchive />
      )}
    </>
  );
}
