import type { ReactNode } from "react";
import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { useSpoken } from "#web/app/words.ts";
import { Fact } from "#web/kit/facts-list.tsx";
import { InlineField, type InlineEditor } from "#web/kit/inline-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { Select } from "#web/kit/select.tsx";
import { TextArea } from "#web/kit/text-area.tsx";
import { TextField, type TextFieldProps } from "#web/kit/text-field.tsx";
import styles from "#web/app/record-field.module.css";

export type RecordFieldProps<Value, Change> = {
  readonly edits: RecordEdits<Change>;
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  /** A value in words: what is shown, and what the two sides of a conflict are called. */
  readonly textOf: (value: Value) => string;
  readonly changeOf: (value: Value) => Change;
  readonly editor: (editor: InlineEditor<Value>) => ReactNode;
  /** Instead of the words. */
  readonly children?: ReactNode;
  /** Beside the value: the way to call, write, visit. */
  readonly action?: ReactNode;
};

/** A fact of a record, changed in place. */
export function RecordField<Value, Change>(props: RecordFieldProps<Value, Change>) {
  const { edits, name, label, value, textOf, changeOf, editor, children, action } = props;
  const conflict = edits.conflict?.field === name ? edits.conflict : undefined;
  return (
    <Fact label={label}>
      <div className={styles.line}>
        <div>
          <InlineField
            label={label}
            value={value}
            canEdit={edits.canEdit}
            shows={(next) => <span className={styles.text}>{textOf(next) || "–"}</span>}
            onSave={(next, before) =>
              edits.save({ field: name, change: changeOf(next), mine: textOf(next), isOvertaken: textOf(before) !== textOf(value) })
            }
            editor={editor}
          >
            {children ?? <span className={styles.text}>{textOf(value) || "–"}</span>}
          </InlineField>
        </div>
        {action}
      </div>
      {conflict && <ConflictChooser conflict={conflict} theirs={textOf(value)} />}
    </Fact>
  );
}

type TextFactProps<Change> = {
  readonly edits: RecordEdits<Change>;
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly changeOf: (value: string | null) => Change;
  readonly maxLength: number;
  readonly type?: TextFieldProps["type"];
  /** Several lines. */
  readonly isLong?: boolean;
  /** Whether it may be emptied; the sentence says why not. */
  readonly required?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function TextFact<Change>({ value, changeOf, maxLength, type = "text", isLong = false, required, ...rest }: TextFactProps<Change>) {
  return (
    <RecordField
      {...rest}
      value={value ?? ""}
      textOf={(text) => text}
      changeOf={(text) => changeOf(text.trim() === "" ? null : text.trim())}
      editor={({ draft, change }) => {
        const field = { label: rest.label, hidesLabel: true, autoFocus: true, value: draft, onChange: change, maxLength };
        const error = required !== undefined && draft.trim() === "" ? required : undefined;
        return isLong ? <TextArea {...field} /> : <TextField {...field} type={type} error={error} />;
      }}
    />
  );
}

const NONE = "none";

type ChoiceFactProps<Change> = {
  readonly edits: RecordEdits<Change>;
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  /** The name of what is chosen, when it may be missing among the options. */
  readonly shown?: string | undefined;
  readonly changeOf: (id: string | null) => Change;
  readonly isRequired?: boolean;
};

export function ChoiceFact<Change>({ value, options, shown, changeOf, isRequired = false, ...rest }: ChoiceFactProps<Change>) {
  const { words } = useSpoken();
  const all = isRequired ? options : [{ id: NONE, label: words.common.none }, ...options];
  const textOf = (id: string): string =>
    id === NONE ? "" : (options.find((option) => option.id === id)?.label ?? (id === value ? (shown ?? "") : ""));
  return (
    <RecordField
      {...rest}
      value={value ?? NONE}
      textOf={textOf}
      changeOf={(id) => changeOf(id === NONE ? null : id)}
      editor={({ draft, save }) => (
        <Select label={rest.label} hidesLabel autoFocus size="small" options={all} value={draft} onChange={save} />
      )}
    />
  );
}
