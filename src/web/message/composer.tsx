import { Phone } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { matching, mentionAt, sentText, typedText, withMention } from "#web/message/mention-text.ts";
import { useMentionable, type MessagePlace } from "#web/message/use-messages.ts";
import styles from "#web/message/message.module.css";

type ComposerProps = {
  readonly place: MessagePlace;
  /** The text of before, when one is changed. */
  readonly body?: string;
  readonly onSend: (body: string) => Promise<boolean>;
  readonly onCancel?: () => void;
  readonly onCall?: () => void;
  /** C brings here. */
  readonly hasKey?: boolean;
};

let isWanted = false;

/** C, where no composer is on screen: the next one that appears takes the focus. */
export function wantComposer(): void {
  isWanted = true;
}

/** 44 px that grow with the text. Ctrl+Enter sends; @ opens the people who may see the record. */
export function Composer({ place, body = "", onSend, onCancel, onCall, hasKey = false }: ComposerProps) {
  const { words } = useSpoken();
  const say = words.message;
  const me = useMe();
  const area = useRef<HTMLTextAreaElement>(null);
  const writing = useWriting({ body, onSend, area });
  const mention = useMention({ place, writing, area });
  useShortcut({ keys: "c", label: say.writeLabel, group: say.title }, () => area.current?.focus(), hasKey);
  useEffect(() => {
    if (!hasKey || !isWanted) return;
    isWanted = false;
    area.current?.focus();
  }, [hasKey]);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (mention.press(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void writing.send();
    }
    if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  const isWriting = writing.text.trim() !== "";
  return (
    <div className={styles.composer} data-writing={isWriting || undefined}>
      <Avatar name={me.name} size={28} isDecorative />
      <div className={styles.writing}>
        <textarea
          ref={area}
          rows={1}
          className={styles.area}
          aria-label={say.writeLabel}
          placeholder={say.write}
          maxLength={19_000}
          value={writing.text}
          onChange={(event) => writing.type(event.target.value, event.target.selectionStart)}
          onSelect={(event) => writing.moveCaret(event.currentTarget.selectionStart)}
          onKeyDown={press}
          aria-autocomplete="list"
          aria-controls={mention.isOpen ? mention.listId : undefined}
          aria-activedescendant={mention.activeId}
        />
        {mention.list}
      </div>
      <div className={styles.tools}>
        {onCall && !isWriting && (
          <Button look="quiet" size="small" icon={<Icon of={Phone} />} onPress={onCall}>
            {say.called}
          </Button>
        )}
        {(isWriting || onCancel) && (
          <Button look="primary" size="small" onPress={() => void writing.send()} isPending={writing.isPending}>
            {onCancel ? say.save : say.send}
          </Button>
        )}
        {onCancel && (
          <Button size="small" onPress={onCancel}>
            {words.common.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}

type Person = { readonly id: string; readonly name: string };
type Area = React.RefObject<HTMLTextAreaElement | null>;
type Writing = ReturnType<typeof useWriting>;

function useWriting({ body, onSend, area }: { body: string; onSend: (body: string) => Promise<boolean>; area: Area }) {
  const [{ text, chosen }, setState] = useState<{ text: string; chosen: readonly Person[] }>(() => typedText(body));
  const [caret, setCaret] = useState(0);
  const [isPending, setIsPending] = useState(false);
  return {
    text,
    caret,
    isPending,
    moveCaret: setCaret,
    type: (next: string, at: number) => {
      setState({ text: next, chosen });
      setCaret(at);
    },
    mention: (person: Person) => {
      const next = withMention(text, caret, person);
      setState({ text: next.text, chosen: [...chosen.filter((other) => other.id !== person.id), person] });
      setCaret(next.caret);
      requestAnimationFrame(() => area.current?.setSelectionRange(next.caret, next.caret));
    },
    send: async (): Promise<void> => {
      if (text.trim() === "" || isPending) return;
      setIsPending(true);
      const isDone = await onSend(sentText(text.trim(), chosen));
      setIsPending(false);
      if (isDone) setState({ text: "", chosen: [] });
    },
  };
}

function useMention({ place, writing, area }: { place: MessagePlace; writing: Writing; area: Area }) {
  const { words } = useSpoken();
  const [dismissed, setDismissed] = useState<string>();
  const [at, setAt] = useState(0);
  const typed = mentionAt(writing.text, writing.caret);
  const isAsked = typed !== undefined && dismissed !== writing.text;
  const people = useMentionable(place, isAsked).data?.data;
  const found = isAsked && people ? matching(people, typed) : [];
  // A word that nobody's name begins with is no mention: the list leaves by itself.
  const isOpen = isAsked && people !== undefined && (found.length > 0 || typed.length < 3);
  const active = found[Math.min(at, found.length - 1)];
  const listId = `mentions-${place.id}`;
  const choose = (person: Person): void => {
    writing.mention(person);
    setAt(0);
    area.current?.focus();
  };
  const press = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0)
      setAt((before) => (Math.min(before, found.length - 1) + step + found.length) % found.length);
    else if ((event.key === "Enter" || event.key === "Tab") && active) choose(active);
    else if (event.key === "Escape") setDismissed(writing.text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const list = isOpen && (
    <ul id={listId} role="listbox" aria-label={words.message.people} className={styles.people}>
      {found.map((person) => (
        <li
          key={person.id}
          id={`${listId}-${person.id}`}
          role="option"
          aria-selected={person === active}
          className={styles.person}
          onPointerDown={(event) => {
            event.preventDefault();
            choose(person);
          }}
        >
          <Avatar name={person.name} isDecorative /> {person.name}
        </li>
      ))}
      {found.length === 0 && (
        <li role="option" aria-selected={false} aria-disabled className={styles.nobody}>
          {words.message.nobody}
        </li>
      )}
    </ul>
  );
  return { isOpen, listId, list, press, activeId: isOpen && active ? `${listId}-${active.id}` : undefined };
}
