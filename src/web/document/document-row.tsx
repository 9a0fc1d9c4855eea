import { useRef, useState, type KeyboardEvent } from "react";
import type { Document } from "#contract/document.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { DocumentIcon } from "#web/document/document-icon.tsx";
import { DocumentMenu, type RowActs } from "#web/document/document-menu.tsx";
import { contentAddress, useDocumentActs } from "#web/document/use-documents.ts";
import { formatBytes, formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import styles from "#web/document/document.module.css";

type RowProps = RowActs & { readonly one: Document; readonly showsOpportunity: boolean };

/** What it is, how large, which version, who added it and when. Its name opens it; F2 renames, Delete deletes. */
export function DocumentRow({ one, showsOpportunity, ...open }: RowProps) {
  const acts = useDocumentActs();
  const [isRenaming, setIsRenaming] = useState(false);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (!one.can.edit || isRenaming || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "F2" && event.key !== "Delete") return;
    event.preventDefault();
    if (event.key === "F2") setIsRenaming(true);
    else void acts.remove(one);
  };
  return (
    <li className={styles.row} onKeyDown={press} data-document={one.id}>
      <DocumentIcon one={one} />
      <div className={styles.said}>
        {isRenaming ? (
          <Rename one={one} onClose={() => setIsRenaming(false)} />
        ) : (
          <DocumentName one={one} onPreview={() => open.onPreview(one)} />
        )}
        <DocumentFacts one={one} showsOpportunity={showsOpportunity} onVersions={() => open.onVersions(one)} />
      </div>
      <DocumentMenu one={one} {...open} onRename={() => setIsRenaming(true)} onRemove={() => void acts.remove(one)} />
    </li>
  );
}

function DocumentName({ one, onPreview }: { one: Document; onPreview: () => void }) {
  const { words } = useSpoken();
  const say = words.document;
  if (one.file.isShown) {
    return (
      <button type="button" className={styles.name} title={one.name} aria-label={say.previewOf({ name: one.name })} onClick={onPreview}>
        {one.name}
      </button>
    );
  }
  return (
    <a
      className={styles.name}
      title={one.name}
      href={contentAddress({ id: one.id })}
      aria-label={say.downloadOf({ name: one.name })}
      download
    >
      {one.name}
    </a>
  );
}

type FactsProps = { readonly one: Document; readonly showsOpportunity: boolean; readonly onVersions: () => void };

function DocumentFacts({ one, showsOpportunity, onVersions }: FactsProps) {
  const { words } = useSpoken();
  const say = words.document;
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const { file } = one;
  return (
    <p className={styles.facts}>
      <span>{formatBytes(file.size, locale)}</span>
      {one.versions > 1 && (
        <button type="button" className={styles.version} aria-label={say.versionsOf({ name: one.name })} onClick={onVersions}>
          {say.version({ n: file.number })}
        </button>
      )}
      <span>{file.addedBy.name}</span>
      <time dateTime={file.addedAt}>{formatInstant(file.addedAt, locale, zone)}</time>
      {showsOpportunity && <Link href={`/opportunities/${one.opportunity.id}?tab=documents`}>{one.opportunity.name}</Link>}
    </p>
  );
}

/** The name without its extension is selected: that is what people change. */
function Rename({ one, onClose }: { one: Document; onClose: () => void }) {
  const { words } = useSpoken();
  const acts = useDocumentActs();
  const [name, setName] = useState(one.name);
  /** A field that goes is left once more. */
  const isOver = useRef(false);
  const close = (): void => {
    isOver.current = true;
    onClose();
  };
  const save = (): void => {
    if (isOver.current) return;
    close();
    const asked = name.trim();
    if (asked !== "" && asked !== one.name) void acts.rename(one, asked);
  };
  return (
    <TextField
      label={words.document.name}
      hidesLabel
      value={name}
      onChange={setName}
      onBlur={save}
      maxLength={255}
      inputRef={selectBareName}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    />
  );
}

function selectBareName(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return;
  input.focus();
  const end = input.value.lastIndexOf(".");
  input.setSelectionRange(0, end > 0 ? end : input.value.length);
}
