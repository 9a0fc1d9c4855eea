import { createContext, use, useEffect, useEffectEvent, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { handleKey, register, registered, subscribe, type Registration, type Shortcut } from "#web/kit/shortcut-registry.ts";

type ShortcutSettings = {
  /** Off: single letters and sequences do nothing (WCAG 2.1.4); those with Ctrl or ⌘ still work. */
  isOn: boolean;
};

const SettingsContext = createContext<ShortcutSettings>({ isOn: true });
const ScopeContext = createContext<string | undefined>(undefined);

export type KeyboardProviderProps = { isOn: boolean; children: ReactNode };

/** Once, around the app. */
export function KeyboardProvider({ isOn, children }: KeyboardProviderProps) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event, isOn);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  const settings = useMemo(() => ({ isOn }), [isOn]);
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

/** Shortcuts declared inside act only while this dialog is the innermost one; those of the page below rest. */
export function ShortcutScope({ id, children }: { id: string; children: ReactNode }) {
  return <ScopeContext value={id}>{children}</ScopeContext>;
}

/** Declares a shortcut for as long as the component is on screen (and `isActive`). */
export function useShortcut(shortcut: Shortcut, run: () => void, isActive = true): void {
  const scope = use(ScopeContext);
  const { keys, label, group, worksInFields, isHidden } = shortcut;
  const isForLatest = useEffectEvent((target: Element | undefined) => shortcut.isFor?.(target) ?? true);
  const runLatest = useEffectEvent(run);
  const isOfferedLatest = useEffectEvent(() => shortcut.isOffered?.() ?? true);
  useEffect(() => {
    if (!isActive) return;
    return register({
      keys,
      label,
      group,
      worksInFields,
      isHidden,
      scope,
      run: () => runLatest(),
      isOffered: () => isOfferedLatest(),
      isFor: (target) => isForLatest(target),
    });
  }, [keys, label, group, worksInFields, isHidden, scope, isActive]);
}

export function useShortcutSettings(): ShortcutSettings {
  return use(SettingsContext);
}

export function useRegisteredShortcuts(): readonly Registration[] {
  return useSyncExternalStore(subscribe, registered);
}
