import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import type { RecordEdits } from "#web/app/record-edits.ts";
import { useWords } from "#web/app/words.ts";
import { Fact } from "#web/kit/facts-list.tsx";
import { TagsValue } from "#web/tag/tags-value.tsx";

type TagsFactProps<Change> = {
  readonly edits: RecordEdits<Change>;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly changeOf: (tagIds: string[]) => Change;
};

const FIELD = "tagIds";
const textOf = (names: readonly string[]): string => names.join(", ");

/** The tags of a client or a person. */
export function TagsFact<Change>({ edits, tags, changeOf }: TagsFactProps<Change>) {
  const { tag: say } = useWords();
  const conflict = edits.conflict?.field === FIELD ? edits.conflict : undefined;
  const now = textOf(tags.map(({ name }) => name));
  return (
    <Fact label={say.title}>
      <TagsValue
        tags={tags}
        canEdit={edits.canEdit}
        onSave={({ tagIds, chosen, before }) =>
          edits.save({
            field: FIELD,
            change: changeOf(tagIds),
            mine: textOf(chosen.map(({ label }) => label)),
            isOvertaken: textOf(before.map(({ label }) => label)) !== now,
          })
        }
      />
      {conflict && <ConflictChooser conflict={conflict} theirs={now} />}
    </Fact>
  );
}
