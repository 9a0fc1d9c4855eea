import type { CustomValue } from "#domain/custom-field/custom-field.ts";
import { CustomEditor } from "#web/custom-field/custom-editor.tsx";
import { useCustomText } from "#web/custom-field/custom-text.ts";
import type { CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Link } from "#web/kit/link.tsx";

type CustomCellProps = {
  readonly field: CustomFieldInfo;
  readonly value: CustomValue | undefined;
  /** Without it the cell only tells. */
  readonly onSave?: (value: CustomValue | null) => void;
};

/** A custom field in a list. */
export function CustomCell({ field, value, onSave }: CustomCellProps) {
  const text = useCustomText()(field, value);
  if (field.type === "link" && value !== undefined && onSave === undefined)
    return (
      <Link href={text} isExternal>
        {text.replace(/^https?:\/\//, "")}
      </Link>
    );
  if (onSave === undefined) return <span title={text}>{text || "–"}</span>;
  return (
    <InlineField<CustomValue | undefined>
      label={field.label}
      value={value}
      onSave={(next) => onSave(next ?? null)}
      editor={({ draft, change, save }) => (
        <CustomEditor field={field} value={draft} onChange={change} onPick={save} hidesLabel autoFocus />
      )}
    >
      <span title={text}>{text || "–"}</span>
    </InlineField>
  );
}
