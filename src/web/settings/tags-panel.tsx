import { Ellipsis, Merge, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Tag } from "#contract/tag.ts";
import { TAG_LENGTH } from "#domain/tag/tags.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { AddEntry } from "#web/settings/add-entry.tsx";
import { MergeTagDialog } from "#web/settings/merge-tag-dialog.tsx";
import { useEditTag } from "#web/settings/use-edit-tag.ts";
import { TAGS, useMayCreateTags, useTags } from "#web/tag/use-tags.ts";
import styles from "#web/settings/section.module.css";
import own from "#web/settings/tags-panel.module.css";

/** In the order of the alphabet. Whoever writes records adds to them; renaming, merging and deleting is for the settings right. */
export function TagsPanel() {
  const { settings, tag: say } = useAllWords();
  const tags = useTags();
  const mayAdd = useMayCreateTags();
  const [merging, setMerging] = useState<Tag>();
  return (
    <Panel title={say.title} count={tags.data?.data.length} isFlush>
      <Loaded query={tags} label={settings.loading}>
        {({ data }) => (
          <ul className={styles.rows}>
            <li className={`${styles.foot} ${styles.hint}`}>{data.length === 0 ? say.settings.empty : say.settings.text}</li>
            {data.map((tag) => (
              <Row key={tag.id} tag={tag} onMerge={data.length > 1 ? () => setMerging(tag) : undefined} />
            ))}
          </ul>
        )}
      </Loaded>
      {mayAdd && <AddEntry label={say.settings.add} verb="createTag" queryKey={TAGS} />}
      {merging && <MergeTagDialog tag={merging} others={tags.data?.data ?? []} onClose={() => setMerging(undefined)} />}
    </Panel>
  );
}

function Row({ tag, onMerge }: { tag: Tag; onMerge: (() => void) | undefined }) {
  const { settings, common, tag: say } = useAllWords();
  const canEdit = useMay("settings", "write");
  const { rename, remove } = useEditTag(tag);
  const label = settings.pipelines.actions({ name: tag.name });
  const merge = onMerge ? [{ id: "merge", label: say.settings.merge, icon: Merge }] : [];
  return (
    <li className={styles.competitor}>
      <span className={styles.stage}>
        <InlineField
          label={settings.lists.name}
          value={tag.name}
          canEdit={canEdit}
          onSave={(name) => name.trim() !== "" && rename(name.trim())}
          editor={({ draft, change }) => (
            <TextField label={settings.lists.name} hidesLabel value={draft} onChange={change} maxLength={TAG_LENGTH} autoFocus />
          )}
        >
          {tag.name}
        </InlineField>
      </span>
      <span className={own.usage}>{useUsage(tag)}</span>
      {canEdit && (
        <Menu
          trigger={<IconButton icon={Ellipsis} label={label} size="small" />}
          label={label}
          onAction={(id) => (id === "merge" ? onMerge?.() : remove())}
          groups={[{ id: "acts", items: [...merge, { id: "delete", label: common.delete, icon: Trash2, isDanger: true }] }]}
        />
      )}
    </li>
  );
}

/** "12 opportunities · 3 clients" */
function useUsage({ usage }: Tag): string {
  const { settings: say } = useAllWords().tag;
  const parts = (["opportunities", "clients", "contacts"] as const).flatMap((of) => {
    const n = usage[of] ?? 0;
    return n > 0 ? [say[of]({ n })] : [];
  });
  return parts.join(" · ") || say.unused;
}
