import { isCharacterKey, isPressed, isSingleKey, parseKeys, type KeyPress } from "#web/kit/shortcut-keys.ts";

export type Shortcut = {
  keys: string;
  /** What it does, in the reader's language: the sheet of shortcuts shows it. */
  label: string;
  /** The heading it stands under in the sheet. */
  group: string;
  /** Also while typing in a field. By default only shortcuts with Ctrl or ⌘ do. */
  worksInFields?: boolean | undefined;
  /** Left out of the sheet: a second way to do the same. */
  isHidden?: boolean | undefined;
  /** Whether it would do something now: what acts on the row or card that has the focus needs one. Asked by the palette. */
  isOffered?: (() => boolean) | undefined;
  /** Only while the focus is on such an element: its key means something else to others (Space presses a button). */
  isFor?: ((target: Element | undefined) => boolean) | undefined;
};

export type Registration = Shortcut & { scope: string | undefined; run: () => void };

const SEQUENCE_MS = 1000;
const FIELDS =
  "input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true],[role=textbox],[role=combobox]";
const OWN_KEYS = "[role=menu],[role=listbox],[data-own-keys]";

let registrations: readonly Registration[] = [];
let listeners: readonly (() => void)[] = [];
let pending: { first: KeyPress; at: number } | undefined;

export function register(registration: Registration): () => void {
  registrations = [...registrations, registration];
  for (const listener of listeners) listener();
  return () => {
    registrations = registrations.filter((other) => other !== registration);
    for (const listener of listeners) listener();
  };
}

export function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

export function registered(): readonly Registration[] {
  return registrations;
}

/** What the page itself can do now, the newest declaration of each key. */
export function offeredNow(): Registration[] {
  const own = registrations.filter(({ scope, isHidden }) => scope === undefined && !isHidden);
  return [...new Map(own.map((one) => [one.keys, one])).values()].filter(({ isOffered }) => isOffered?.() ?? true);
}

/** Runs the newest shortcut of the innermost open dialog (or of the page) that this key completes. */
export function handleKey(event: KeyboardEvent, takesSingleKeys: boolean): void {
  if (event.defaultPrevented || event.isComposing || event.key === "Shift") return;
  const target = event.target instanceof Element ? event.target : undefined;
  const scope = [...document.querySelectorAll<HTMLElement>("[data-shortcut-scope]")].at(-1)?.dataset["shortcutScope"];
  const candidates = registrations.filter((one) => one.scope === scope && mayRun(one, target, takesSingleKeys)).toReversed();
  const started = pending && event.timeStamp - pending.at < SEQUENCE_MS ? pending.first : undefined;
  pending = undefined;
  const found = candidates.find((one) => completes(one, event, started));
  if (found) {
    event.preventDefault();
    found.run();
    return;
  }
  const first = candidates.map(({ keys }) => parseKeys(keys)).find(([press, next]) => press && next && isPressed(press, event));
  if (first?.[0]) pending = { first: first[0], at: event.timeStamp };
}

function completes({ keys }: Registration, event: KeyboardEvent, started: KeyPress | undefined): boolean {
  const [first, second] = parseKeys(keys);
  if (!first) return false;
  if (!second) return !started && isPressed(first, event);
  return started?.key === first.key && isPressed(second, event);
}

function mayRun(shortcut: Registration, target: Element | undefined, takesSingleKeys: boolean): boolean {
  const isSingle = isSingleKey(shortcut.keys);
  if (isCharacterKey(shortcut.keys) && !takesSingleKeys) return false;
  if (isSingle && target?.closest(OWN_KEYS)) return false;
  if (shortcut.isFor && !shortcut.isFor(target)) return false;
  return (shortcut.worksInFields ?? !isSingle) || !target?.closest(FIELDS);
}
