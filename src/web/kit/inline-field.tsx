import { Pencil } from "lucide-react";
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Button } from "react-aria-components/Button";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { useSaving } from "#web/kit/use-saving.ts";
import styles from "#web/kit/inline-field.module.css";

export type InlineEditor<Value> = {
  draft: Value;
  change: (draft: Value) => void;
  /** Saves at once and closes: for a select, where choosing is enough. */
  save: (value: Value) => void;
};

export type InlineFieldProps<Value> = {
  /** The name of what is edited, for readers: "Départ". */
  label: string;
  value: Value;
  /** The value as read. */
  children: ReactNode;
  /** A kit field with `hidesLabel` and `autoFocus`. */
  editor: (editor: InlineEditor<Value>) => ReactNode;
  /**
   * Called with Enter or when left, only if the value changed; `before` is what stood there when the editor opened.
   * A promise that is refused means that nothing answers: the value stays, to be saved once more.
   */
  onSave: (value: Value, before: Value) => unknown;
  /** A value as read, while it is not saved yet; otherwise `children` stay. */
  shows?: (value: Value) => ReactNode;
  canEdit?: boolean;
  isSaving?: boolean;
  /** A digit opens it too, and is the first of what replaces the value: for dates and figures in a table. */
  opensOnDigit?: boolean;
};

/** A value that becomes its field on click, Enter or E; Enter or leaving saves, Esc restores. */
export function InlineField<Value>(props: InlineFieldProps<Value>) {
  const { label, value, children, editor, onSave, shows, canEdit = true, isSaving, opensOnDigit = false } = props;
  const { saving, send, forget } = useSaving(onSave);
  const words = useKitWords();
  const [isEditing, setIsEditing] = useState(false);
  const [draft, setDraft] = useState(value);
  const latest = useRef(value);
  // Another's change may come in while this one is typed: it is not what was started from.
  const opened = useRef(value);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLSpanElement>(null);

  function open() {
    opened.current = value;
    change(saving ? saving.value : value);
    forget();
    setIsEditing(true);
  }
  /** The field stands there before the key has been written: the browser writes it into what is selected. */
  function openForDigit() {
    flushSync(open);
    const input = field.current?.querySelector("input");
    input?.focus();
    input?.select();
  }
  function pressClosed(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; continuePropagation: () => void }) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "e" && isPlain) open();
    else if (opensOnDigit && isPlain && /^\d$/.test(event.key)) openForDigit();
    else event.continuePropagation();
  }
  function change(next: Value) {
    latest.current = next;
    setDraft(next);
  }
  function close(returnsFocus: boolean) {
    setIsEditing(false);
    if (returnsFocus) requestAnimationFrame(() => button.current?.focus());
  }
  function save(next: Value, returnsFocus = true) {
    close(returnsFocus);
    if (next !== opened.current) send(next, opened.current);
  }
  function pressKey(event: KeyboardEvent<HTMLElement>) {
    const isOpenList = (event.target as Element).getAttribute("aria-expanded") === "true";
    const isArea = event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
    if (event.defaultPrevented || isOpenList || isElsewhere(event)) return;
    if (event.key === "Escape") {
      // It gives up the value, not the sheet the value stands in.
      event.stopPropagation();
      close(true);
    }
    if (event.key === "Enter" && !isArea) {
      // The same key must not press the button that has the focus next: a question may open.
      event.preventDefault();
      save(latest.current);
    }
  }
  function leave(event: FocusEvent<HTMLElement>) {
    const next = event.relatedTarget;
    if (isElsewhere(event)) return;
    if (next && (event.currentTarget.contains(next) || isIn(event.currentTarget, next))) return;
    if (event.currentTarget.querySelector("[aria-invalid=true]")) return;
    save(latest.current, false);
  }
  if (!canEdit) return <>{children}</>;
  if (isEditing) {
    return (
      <span ref={field} className={styles.editor} onKeyDown={pressKey} onBlur={leave}>
        <Slot render={editor} draft={draft} change={change} save={save} />
      </span>
    );
  }
  const read = (
    <Button
      ref={button}
      aria-description={words.edit(label)}
      className={`${styles.value} ${isSaving ? styles.saving : ""}`}
      onPress={open}
      onKeyDown={pressClosed}
      data-inline-edit
    >
      {saving && shows ? shows(saving.value) : children}
      <Icon of={Pencil} size={14} className={styles.pencil} />
    </Button>
  );
  if (!saving) return read;
  return (
    <>
      {read}
      <Unsaved isWaiting={saving.state === "waiting"} onRetry={() => send(saving.value, saving.before)} />
    </>
  );
}

/** Under the value: that it is on its way, or that it is not saved, and the way to try again. */
function Unsaved({ isWaiting, onRetry }: { isWaiting: boolean; onRetry: () => void }) {
  const words = useKitWords();
  return (
    <span role="status" className={styles.unsaved}>
      {isWaiting ? words.saving : words.unsaved}
      {!isWaiting && (
        <Button className={styles.retry ?? ""} onPress={onRetry}>
          {words.retry}
        </Button>
      )}
    </span>
  );
}

function Slot<Value>({ render, ...editor }: InlineEditor<Value> & { render: (editor: InlineEditor<Value>) => ReactNode }) {
  return render(editor);
}

/** Opens the first value that can be edited: what E means on a panel. */
export function editFirstValue(container: HTMLElement | null): void {
  container?.querySelector<HTMLButtonElement>("[data-inline-edit]")?.click();
}

/** From a list or calendar the editor opened: their events come through React's tree, not through the page's. */
function isElsewhere(event: { currentTarget: Element; target: EventTarget }): boolean {
  return !event.currentTarget.contains(event.target as Node);
}

/** Focus went to a list or calendar opened by the editor. */
function isIn(editor: Element, next: Element): boolean {
  const overlay = next.closest("[role=listbox],[role=dialog],[role=menu]");
  return overlay !== null && !overlay.contains(editor);
}
