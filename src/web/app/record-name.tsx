import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/app/record-page.module.css";

type RecordNameProps<Change> = {
  readonly edits: RecordEdits<Change>;
  readonly label: string;
  readonly value: string;
  readonly changeOf: (name: string) => Change;
  /** The sentence when it is emptied. */
  readonly required: string;
};

/** The name of a record is the heading of its page, and is changed there. */
export function RecordName<Change>({ edits, label, value, changeOf, required }: RecordNameProps<Change>) {
  const conflict = edits.conflict?.field === "name" ? edits.conflict : undefined;
  return (
    <>
      <h1 className={styles.name}>
        <InlineField
          label={label}
          value={value}
          canEdit={edits.canEdit}
          onSave={(name, before) =>
            edits.save({ field: "name", change: changeOf(name.trim()), mine: name.trim(), isOvertaken: before !== value })
          }
          editor={({ draft, change }) => (
            <TextField
              label={label}
              hidesLabel
              autoFocus
              value={draft}
              onChange={change}
              maxLength={200}
              error={draft.trim() === "" ? required : undefined}
            />
          )}
        >
          {value}
        </InlineField>
      </h1>
      {conflict && <ConflictChooser conflict={conflict} theirs={value} />}
    </>
  );
}
