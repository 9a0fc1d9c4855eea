import { ChoiceField } from "#web/app/choice-field.tsx";
import { useTagOptions } from "#web/tag/use-tags.ts";

type TagFilterProps = { readonly label: string; readonly value: string | null; readonly onChange: (id: string) => void };

/** One tag of all, found by part of its name. */
export function TagFilter({ label, value, onChange }: TagFilterProps) {
  return <ChoiceField label={label} autoFocus options={useTagOptions() ?? []} value={value} onChange={onChange} />;
}
