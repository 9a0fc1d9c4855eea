import { Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { closePalette, type PaletteOpening } from "#web/app/palette-store.ts";
import { useWords } from "#web/app/words.ts";
import { announce } from "#web/kit/announce.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { PaletteFooter } from "#web/search/palette-footer.tsx";
import { optionId, PaletteList } from "#web/search/palette-list.tsx";
import type { PaletteRow } from "#web/search/palette-row.ts";
import { termsOf, usePaletteGroups, type PaletteActs, type PaletteContent } from "#web/search/use-palette-groups.ts";
import styles from "#web/search/palette.module.css";

type PaletteProps = { readonly opening: PaletteOpening; readonly acts: PaletteActs };

const SAID_AFTER_MS = 500;

/** Search everywhere, go, do: one field over the page, which rests meanwhile. */
export function Palette({ opening, acts }: PaletteProps) {
  const words = useWords().search;
  const scope = useId();
  return (
    <ModalOverlay className={styles.overlay ?? ""} isOpen onOpenChange={(next) => !next && closePalette()} isDismissable>
      <Modal className={styles.palette ?? ""}>
        <Dialog aria-label={words.open} className={styles.dialog ?? ""} data-shortcut-scope={scope}>
          <Content opening={opening} acts={acts} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ opening, acts }: PaletteProps) {
  const { search: words, common } = useWords();
  const [typed, setTyped] = useState("");
  const text = typed.trim();
  const content = usePaletteGroups(text, acts);
  const choose = useChoose(opening);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useSaid(text, content);
  const rows = content.groups.flatMap((group) => group.rows);
  const { active, point, walk } = useActive(rows, text);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const acted = keyAct(event.key, isMod, {
      walk,
      choose: () => active && choose(active, isMod),
      again: () => input.current?.select(),
      empty: typed === "" ? undefined : () => setTyped(""),
    });
    if (!acted) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.field}>
        <Icon of={Search} size={20} className={styles.icon} />
        <input
          ref={input}
          role="combobox"
          aria-label={words.label}
          aria-autocomplete="list"
          aria-expanded={rows.length > 0}
          aria-controls={list}
          aria-activedescendant={active && optionId(list, active.key)}
          placeholder={words.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          className={styles.input}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <EscapeKey />
        <IconButton icon={X} label={common.close} onPress={closePalette} className={styles.close} />
      </div>
      <Note content={content} text={text} />
      <PaletteList
        id={list}
        label={words.results}
        groups={content.groups}
        terms={termsOf(text)}
        active={active?.key}
        onPoint={point}
        onChoose={choose}
      />
      <PaletteFooter content={content} hasText={text !== ""} />
    </>
  );
}

function EscapeKey() {
  const { escape } = useWords().shell.kit.keys;
  return useIsPhone() ? null : (
    <kbd aria-hidden className={styles.escape}>
      {escape}
    </kbd>
  );
}

function Note({ content, text }: { readonly content: PaletteContent; readonly text: string }) {
  const words = useWords().search;
  const { note } = content;
  if (note === undefined) return null;
  return <p className={styles.note}>{note === "nothing" ? words.nothing({ text }) : words[note]}</p>;
}

/** The first one is active until another is chosen; new words begin again. */
function useActive(rows: readonly PaletteRow[], text: string) {
  const [chosen, setChosen] = useState<{ readonly key: string; readonly text: string }>();
  const found = chosen?.text === text ? rows.findIndex((row) => row.key === chosen.key) : -1;
  const at = Math.max(0, found);
  const point = (key: string): void => setChosen({ key, text });
  const walk = (to: (at: number, last: number) => number): void => {
    const row = rows[to(at, rows.length - 1)];
    if (row) point(row.key);
  };
  return { active: rows[at], point, walk };
}

type KeyActs = {
  readonly walk: (to: (at: number, last: number) => number) => void;
  readonly choose: () => void;
  readonly again: () => void;
  readonly empty: (() => void) | undefined;
};

/** True when the key was one of the palette's. Esc empties first; empty, it closes like any dialog. */
function keyAct(key: string, isMod: boolean, acts: KeyActs): boolean {
  const act = {
    ArrowDown: () => acts.walk((at, last) => (at >= last ? 0 : at + 1)),
    ArrowUp: () => acts.walk((at, last) => (at <= 0 ? last : at - 1)),
    Home: () => acts.walk(() => 0),
    End: () => acts.walk((_at, last) => last),
    Enter: acts.choose,
    Escape: acts.empty,
    k: isMod ? acts.again : undefined,
  }[key];
  act?.();
  return act !== undefined;
}

/** Said once the typing rests, and not again for an answer that changes nothing. */
function useSaid(text: string, { results, acts, isWaiting }: PaletteContent): void {
  const words = useWords().search;
  const said = text === "" || isWaiting ? undefined : words.count({ results, acts });
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => announce(said), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [said, text]);
}

/** Closes, gives the focus back to where it was, then goes or does: what acts on a focused row finds it. */
function useChoose(opening: PaletteOpening) {
  const { navigate } = useSurroundings();
  return (row: PaletteRow, isAside: boolean): void => {
    if ("href" in row && isAside) {
      window.open(row.href, "_blank", "noopener");
      return;
    }
    closePalette();
    if ("href" in row) {
      navigate(row.href);
      return;
    }
    const { from } = opening;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (from instanceof HTMLElement) from.focus();
        row.run();
      }),
    );
  };
}
