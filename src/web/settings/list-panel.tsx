import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from "lucide-react";
import { useMay } from "#web/app/me.ts";
import { SortableList } from "#web/app/sortable-list.tsx";
import { useAllWords } from "#web/app/words.ts";
import { announce } from "#web/kit/announce.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { AddEntry } from "#web/settings/add-entry.tsx";
import { useEditList, type EditableList, type Entry } from "#web/settings/use-edit-list.ts";
import styles from "#web/settings/section.module.css";

type ListPanelProps = { title: string; list: EditableList; entries: readonly Entry[] };

export function ListPanel({ title, list, entries }: ListPanelProps) {
  const { settings } = useAllWords();
  const { pipelines: order, lists: say } = settings;
  const canEdit = useMay("settings", "write");
  const { change, remove } = useEditList(list);
  function move(entry: Entry, position: number) {
    change(entry, { position });
    announce(order.moved({ name: entry.name, position: position + 1, count: entries.length }));
  }
  return (
    <Panel title={title} count={entries.length} isFlush>
      <SortableList
        label={title}
        items={entries}
        nameOf={({ name }) => name}
        onMove={move}
        dragLabel={(name) => order.drag({ name })}
        canMove={canEdit && entries.length > 1}
        emptyText={say.empty}
      >
        {(entry) => (
          <>
            <span className={styles.stage}>
              <InlineField
                label={say.name}
                value={entry.name}
                canEdit={canEdit}
                onSave={(name) => name.trim() !== "" && change(entry, { name: name.trim() })}
                editor={({ draft, change: type }) => (
                  <TextField label={say.name} hidesLabel value={draft} onChange={type} maxLength={100} autoFocus />
                )}
              >
                {entry.name}
              </InlineField>
            </span>
            <span className={styles.quiet}>{entry.inUse === 0 ? say.unused : say.inUse({ count: entry.inUse })}</span>
            {canEdit && (
              <EntryMenu
                entry={entry}
                place={{ index: entries.indexOf(entry), count: entries.length }}
                onMove={(position) => move(entry, position)}
                onRemove={() => remove(entry)}
              />
            )}
          </>
        )}
      </SortableList>
      {canEdit && <AddEntry label={say.newOne({ list: title })} verb={list.create} queryKey={list.key} />}
    </Panel>
  );
}

type EntryMenuProps = { entry: Entry; place: { index: number; count: number }; onMove: (position: number) => void; onRemove: () => void };

function EntryMenu({ entry, place: { index, count }, onMove, onRemove }: EntryMenuProps) {
  const { settings, common } = useAllWords();
  const { pipelines: order } = settings;
  const label = order.actions({ name: entry.name });
  const moves = [
    ...(index > 0 ? [{ id: "up", label: order.moveUp, icon: ArrowUp }] : []),
    ...(index < count - 1 ? [{ id: "down", label: order.moveDown, icon: ArrowDown }] : []),
  ];
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={label} size="small" />}
      label={label}
      onAction={(id) => (id === "delete" ? onRemove() : onMove(index + (id === "up" ? -1 : 1)))}
      groups={[
        { id: "order", items: moves },
        { id: "leave", items: [{ id: "delete", label: common.delete, icon: Trash2, isDanger: true }] },
      ]}
    />
  );
}
