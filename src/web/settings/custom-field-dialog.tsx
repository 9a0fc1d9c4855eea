import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CUSTOM_TYPES, hasOptions, type CustomRecord, type CustomType } from "#domain/custom-field/custom-field.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { nameProblem } from "#web/app/problem-text.ts";
import { useAllWords } from "#web/app/words.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { CUSTOM_FIELDS, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { Button } from "#web/kit/button.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { OptionsField, type DraftOption } from "#web/settings/options-field.tsx";
import styles from "#web/settings/custom-fields.module.css";

type DialogProps = {
  readonly recordType: CustomRecord;
  /** The groups there are, to choose from. */
  readonly groups: readonly string[];
  readonly field?: CustomFieldInfo;
  readonly onClose: () => void;
};

type Draft = {
  readonly label: string;
  readonly type: CustomType;
  readonly group: string;
  readonly important: boolean;
  readonly help: string;
  readonly options: readonly DraftOption[];
};

function draftOf(field: CustomFieldInfo | undefined): Draft {
  return {
    label: field?.label ?? "",
    type: field?.type ?? "text",
    group: field?.group ?? "",
    important: field?.important ?? false,
    help: field?.help ?? "",
    options: field?.options.map((option) => ({ ...option, key: option.id })) ?? [{ key: "1", label: "", archived: false }],
  };
}

/** A new field, or a change of one: its type is settled once a record holds a value. */
export function CustomFieldDialog({ recordType, groups, field, onClose }: DialogProps) {
  const say = useCustomWords();
  const { common } = useAllWords();
  const [draft, setDraft] = useState(() => draftOf(field));
  const [isChecked, setIsChecked] = useState(false);
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const save = useSave(recordType, field, onClose);
  const problem = save.error instanceof ApiProblem ? save.error : undefined;
  const isList = hasOptions(draft.type);
  const hasNone = isList && draft.options.every(({ label }) => label.trim() === "");
  const submit = (): void => {
    setIsChecked(true);
    if (draft.label.trim() !== "" && !hasNone) save.mutate(bodyOf(draft));
  };
  return (
    <Dialog isOpen onClose={onClose} title={field ? say.edit : say.add}>
      <Form
        onSubmit={submit}
        failure={save.error}
        fields={["label", "type", "options", "group", "help"]}
        actions={
          <Button look="primary" type="submit" isPending={save.isPending}>
            {field ? common.save : common.add}
          </Button>
        }
      >
        <TextField
          label={say.label}
          value={draft.label}
          onChange={(label) => set({ label })}
          maxLength={100}
          autoFocus
          hint={field && say.key(field)}
          error={isChecked && draft.label.trim() === "" ? common.required : nameProblem(problem)}
        />
        <div className={styles.two}>
          <Select
            label={say.type}
            options={CUSTOM_TYPES.map((id) => ({ id, label: say.types[id] }))}
            value={draft.type}
            onChange={(id) => set({ type: CUSTOM_TYPES.find((one) => one === id) ?? "text" })}
            disabledReason={field?.inUse ? say.typeKept : undefined}
            error={problem?.fieldError("type")}
          />
          <GroupField groups={groups} value={draft.group} onChange={(group) => set({ group })} />
        </div>
        {isList && (
          <OptionsField
            options={draft.options}
            onChange={(options) => set({ options })}
            error={isChecked && hasNone ? say.optionsNeeded : problem?.fieldError("options")}
          />
        )}
        <TextField label={say.help} isOptional value={draft.help} onChange={(help) => set({ help })} maxLength={500} />
        <Checkbox
          label={say.important}
          hint={say.importantHint}
          isSelected={draft.important}
          onChange={(important) => set({ important })}
        />
      </Form>
    </Dialog>
  );
}

type GroupFieldProps = { readonly groups: readonly string[]; readonly value: string; readonly onChange: (group: string) => void };

/** One of those there are, or a new one by its name. */
function GroupField({ groups, value, onChange }: GroupFieldProps) {
  const say = useCustomWords();
  const [text, setText] = useState("");
  const matches = groups.filter((group) => group.toLowerCase().includes(text.toLowerCase())).map((group) => ({ id: group, label: group }));
  return (
    <Combobox
      label={say.group}
      isOptional
      hint={say.groupHint}
      value={value === "" ? null : { id: value, label: value }}
      onChange={(option) => onChange(option?.label ?? "")}
      matches={matches}
      onSearch={setText}
      onCreate={(name) => onChange(name.slice(0, 100))}
    />
  );
}

function bodyOf(draft: Draft) {
  const options = draft.options.flatMap(({ id, label, archived }) =>
    label.trim() === "" ? [] : [{ ...(id === undefined ? {} : { id }), label: label.trim(), archived }],
  );
  return {
    label: draft.label.trim(),
    type: draft.type,
    group: draft.group.trim() || null,
    important: draft.important,
    help: draft.help.trim() || null,
    ...(hasOptions(draft.type) ? { options } : {}),
  };
}

function useSave(recordType: CustomRecord, field: CustomFieldInfo | undefined, onClose: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      field
        ? ask("editCustomField", { params: { id: field.id }, body }, { ifMatch: field.version })
        : ask("createCustomField", { body: { ...body, recordType } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: CUSTOM_FIELDS });
      onClose();
    },
  });
}
