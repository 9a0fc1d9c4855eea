import { InlineField } from "#web/kit/inline-field.tsx";
import type { Option } from "#web/kit/option.ts";
import { useWords } from "#web/app/words.ts";
import { TagPicker } from "#web/tag/tag-picker.tsx";
import { useMakeTags } from "#web/tag/make-tags.ts";
import { optionOf } from "#web/tag/use-tags.ts";
import styles from "#web/tag/tag.module.css";

type Tag = { readonly id: string; readonly name: string };

export type TagsEdit = { readonly tagIds: string[]; readonly chosen: readonly Option[]; readonly before: readonly Option[] };

type TagsValueProps = { readonly tags: readonly Tag[]; readonly canEdit: boolean; readonly onSave: (edit: TagsEdit) => void };

/** The tags of a record, changed in place: those that are none yet are made first. */
export function TagsValue({ tags, canEdit, onSave }: TagsValueProps) {
  const { tag: say } = useWords();
  const make = useMakeTags();
  const save = async (chosen: readonly Option[], before: readonly Option[]): Promise<void> => {
    const tagIds = await make(chosen);
    if (tagIds) onSave({ tagIds, chosen, before });
  };
  return (
    <span data-tags>
      <InlineField<readonly Option[]>
        label={say.title}
        value={tags.map(optionOf)}
        canEdit={canEdit}
        onSave={(chosen, before) => void save(chosen, before)}
        editor={({ draft, change }) => (
          <TagPicker label={say.title} hidesLabel autoFocus hint={undefined} values={draft} onChange={change} />
        )}
      >
        {tags.length === 0 ? "–" : <Tags tags={tags} />}
      </InlineField>
    </span>
  );
}

export function Tags({ tags }: { tags: readonly Tag[] }) {
  return tags.map(({ id, name }) => (
    <span key={id} className={styles.tag}>
      {name}
    </span>
  ));
}

/** What L means on a page: the tags of its record are edited. */
export function editTags(container: HTMLElement | null): void {
  container?.querySelector<HTMLButtonElement>("[data-tags] [data-inline-edit]")?.click();
}
