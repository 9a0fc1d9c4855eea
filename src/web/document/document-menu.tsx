import { Download, Ellipsis, Eye, FilePlus, History, Pencil, Trash2 } from "lucide-react";
import type { Document } from "#contract/document.ts";
import { useSpoken } from "#web/app/words.ts";
import { contentAddress } from "#web/document/use-documents.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu, type MenuAct } from "#web/kit/menu.tsx";

export type RowActs = {
  readonly onPreview: (one: Document) => void;
  readonly onVersions: (one: Document) => void;
  readonly onNewVersion: (one: Document) => void;
};
type MenuProps = RowActs & { readonly one: Document; readonly onRename: () => void; readonly onRemove: () => void };

export function DocumentMenu({ one, onRename, onRemove, ...open }: MenuProps) {
  const { words } = useSpoken();
  const say = words.document;
  const label = say.actions({ name: one.name });
  const read: MenuAct[] = [
    ...(one.file.isShown ? [{ id: "preview", label: say.preview, icon: Eye }] : []),
    { id: "download", label: say.download, icon: Download },
    { id: "versions", label: say.versions, icon: History },
  ];
  const write: MenuAct[] = [
    { id: "rename", label: say.rename, icon: Pencil, kbd: "f2" },
    { id: "newVersion", label: say.newVersion, icon: FilePlus },
  ];
  const acts: Readonly<Record<string, () => void>> = {
    preview: () => open.onPreview(one),
    download: () => download(contentAddress({ id: one.id })),
    versions: () => open.onVersions(one),
    // The focus is back on the button first.
    rename: () => void setTimeout(onRename),
    newVersion: () => open.onNewVersion(one),
    remove: onRemove,
  };
  return (
    <Menu
      label={label}
      trigger={<IconButton icon={Ellipsis} size="small" label={label} />}
      groups={[
        { id: "read", items: read },
        { id: "write", items: one.can.edit ? write : [] },
        { id: "remove", items: one.can.edit ? [{ id: "remove", label: say.remove, icon: Trash2, isDanger: true }] : [] },
      ]}
      onAction={(id) => acts[id]?.()}
    />
  );
}

/** The browser keeps it as it arrives; the server names it. */
export function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
