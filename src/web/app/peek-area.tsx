import { createContext, Suspense, use, useCallback, useEffect, useRef, useState, type FocusEvent, type ReactNode } from "react";
import { useWords } from "#web/app/words.ts";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/peek-area.module.css";

export type Peeked = { readonly id: string; readonly close: () => void };

type PeekAreaProps = {
  /** What is shown of a record beside its list. */
  readonly panel: (peeked: Peeked) => ReactNode;
  /** The page's name in the sheet of shortcuts. */
  readonly group: string;
  readonly children: ReactNode;
};

const PeekContext = createContext<((id: string) => void) | undefined>(undefined);

/** Opens the peek of a record by other ways than Space; undefined where nothing can be peeked at. */
export function usePeek(): ((id: string) => void) | undefined {
  return use(PeekContext);
}

/** A list or board with room for a peek: the panel pushes it aside, and the focus stays on the row, whose record it follows. */
export function PeekArea({ panel, group, children }: PeekAreaProps) {
  const say = useWords().common.peek;
  const area = useRef<HTMLDivElement>(null);
  const [id, setId] = useState<string>();
  const isPhone = useIsPhone();
  const open = useCallback((wanted: string): void => {
    setId(wanted);
    if (!area.current?.contains(document.activeElement)) linkOf(area.current, wanted)?.focus();
  }, []);
  const toggle = (): void => {
    const at = recordOf(document.activeElement);
    setId(at === id ? undefined : at);
  };
  const close = (): void => {
    const isInside = area.current?.querySelector("[data-peek]")?.contains(document.activeElement) ?? false;
    if (isInside && id !== undefined) linkOf(area.current, id)?.focus();
    setId(undefined);
  };
  const isOffered = (): boolean => recordOf(document.activeElement) !== undefined;
  useShortcut({ keys: "space", label: say.open, group, isFor: isLinkOfRecord, isOffered }, toggle);
  useShortcut({ keys: "escape", label: say.close, group, isHidden: true }, close, id !== undefined && !isPhone);
  const follow = ({ target }: FocusEvent): void => {
    const at = recordOf(target);
    if (at !== undefined) setId((before) => (before === undefined ? before : at));
  };
  const isOpen = id !== undefined;
  useEffect(() => {
    if (isOpen) document.activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isOpen]);
  return (
    <PeekContext value={open}>
      <div ref={area} className={styles.area} onFocus={follow}>
        <div className={styles.list}>{children}</div>
        <Suspense fallback={null}>{isOpen && panel({ id, close })}</Suspense>
      </div>
    </PeekContext>
  );
}

function recordOf(element: Element | null): string | undefined {
  const { row, card } = element?.closest<HTMLElement>("[data-row], [data-card]")?.dataset ?? {};
  return row ?? card;
}

/** On a box or a button of the row Space is its own. */
function isLinkOfRecord(target: Element | undefined): boolean {
  return target instanceof HTMLAnchorElement && recordOf(target) !== undefined;
}

function linkOf(area: HTMLElement | null, id: string): HTMLElement | null | undefined {
  return area?.querySelector<HTMLElement>(`:is([data-row="${id}"], [data-card="${id}"]) :is(th a, h3 a, li > a, a)`);
}
