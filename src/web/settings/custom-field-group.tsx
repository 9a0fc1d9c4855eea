import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { SortableList } from "#web/app/sortable-list.tsx";
import { useAllWords } from "#web/app/words.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import type { CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";
import { announce } from "#web/kit/announce.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useEditCustomFields } from "#web/settings/use-edit-custom-fields.ts";
import styles from "#web/settings/section.module.css";
import own from "#web/settings/custom-fields.module.css";

type GroupProps = {
  readonly title: string;
  readonly fields: readonly CustomFieldInfo[];
  readonly canEdit: boolean;
  readonly onEdit: (field: CustomFieldInfo) => void;
  readonly onArrange?: (fields: readonly CustomFieldInfo[]) => void;
  readonly onMove?: { readonly up?: () => void; readonly down?: () => void };
  /** Those that are asked for no more, in no order. */
  readonly isArchive?: boolean;
};

export function CustomFieldGroup({ title, fields, canEdit, onEdit, onArrange, onMove, isArchive = false }: GroupProps) {
  const { settings } = useAllWords();
  const { pipelines: order } = settings;
  const move = (field: CustomFieldInfo, position: number): void => {
    onArrange?.(fields.filter(({ id }) => id !== field.id).toSpliced(position, 0, field));
    announce(order.moved({ name: field.label, position: position + 1, count: fields.length }));
  };
  return (
    <Panel
      title={title}
      {...(isArchive ? {} : { count: fields.length })}
      isFlush
      action={canEdit && <GroupMenu title={title} {...onMove} />}
    >
      <SortableList
        label={title}
        items={fields}
        nameOf={({ label }) => label}
        onMove={move}
        dragLabel={(name) => order.drag({ name })}
        canMove={canEdit && !isArchive && fields.length > 1}
      >
        {(field) => (
          <Row
            field={field}
            canEdit={canEdit}
            place={isArchive ? undefined : { index: fields.indexOf(field), count: fields.length }}
            onEdit={() => onEdit(field)}
            onMove={(position) => move(field, position)}
          />
        )}
      </SortableList>
    </Panel>
  );
}

function GroupMenu({ title, up, down }: { readonly title: string; readonly up?: () => void; readonly down?: () => void }) {
  const say = useCustomWords();
  const { settings } = useAllWords();
  const label = settings.pipelines.actions({ name: title });
  const moves = [
    ...(up ? [{ id: "up", label: say.groupUp, icon: ArrowUp }] : []),
    ...(down ? [{ id: "down", label: say.groupDown, icon: ArrowDown }] : []),
  ];
  if (moves.length === 0) return null;
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={label} size="small" />}
      label={label}
      onAction={(id) => (id === "up" ? up?.() : down?.())}
      groups={[{ id: "order", items: moves }]}
    />
  );
}

type RowProps = {
  readonly field: CustomFieldInfo;
  readonly canEdit: boolean;
  readonly place: { readonly index: number; readonly count: number } | undefined;
  readonly onEdit: () => void;
  readonly onMove: (position: number) => void;
};

function Row({ field, canEdit, place, onEdit, onMove }: RowProps) {
  const say = useCustomWords();
  const choices = field.options.filter(({ archived }) => !archived).map(({ label }) => label);
  return (
    <>
      <span className={styles.stage}>
        {canEdit ? (
          <button type="button" className={own.name} onClick={onEdit}>
            {field.label}
          </button>
        ) : (
          <span className={own.label}>{field.label}</span>
        )}
        {choices.length > 0 && (
          <small className={own.choices} title={choices.join(", ")}>
            {choices.join(", ")}
          </small>
        )}
      </span>
      {field.important && <Pill kind="warning">{say.important}</Pill>}
      <span className={`${styles.quiet} ${own.type}`}>{say.types[field.type]}</span>
      {canEdit && <RowMenu field={field} place={place} onEdit={onEdit} onMove={onMove} />}
    </>
  );
}

function RowMenu({ field, place, onEdit, onMove }: Omit<RowProps, "canEdit">) {
  const say = useCustomWords();
  const { settings, common } = useAllWords();
  const { pipelines: order } = settings;
  const { archive, remove } = useEditCustomFields();
  const label = order.actions({ name: field.label });
  const { index = 0, count = 1 } = place ?? {};
  const act = (id: string): void => {
    if (id === "edit") onEdit();
    else if (id === "archive") archive(field, !field.archived);
    else if (id === "delete") remove(field);
    else onMove(index + (id === "up" ? -1 : 1));
  };
  const moves = [
    ...(index > 0 ? [{ id: "up", label: order.moveUp, icon: ArrowUp }] : []),
    ...(index < count - 1 ? [{ id: "down", label: order.moveDown, icon: ArrowDown }] : []),
  ];
  const archiving = field.archived ? { label: say.restore, icon: ArchiveRestore } : { label: say.archive, icon: Archive };
  const deleting = { id: "delete", label: common.delete, icon: Trash2, isDanger: true, disabledReason: field.inUse ? say.kept : undefined };
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={label} size="small" />}
      label={label}
      onAction={act}
      groups={[
        { id: "change", items: [{ id: "edit", label: say.edit, icon: Pencil }, ...moves] },
        { id: "leave", items: [{ id: "archive", ...archiving }, deleting] },
      ]}
    />
  );
}
