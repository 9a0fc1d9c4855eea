import { useEffect, useRef, useState } from "react";
import { holdUnsaved } from "#web/kit/unsaved.ts";

/** Shorter than this nothing is said of a save. */
const SILENT_MS = 400;

export type Saving<Value> = { readonly value: Value; readonly before: Value; readonly state: "waiting" | "unsaved" };

type Save<Value> = (value: Value, before: Value) => unknown;

/** What was typed and is not saved yet: kept while it is on its way, and when it could not be saved. */
export function useSaving<Value>(onSave: Save<Value>) {
  const [saving, setSaving] = useState<Saving<Value>>();
  const release = useRef<() => void>(undefined);
  useEffect(() => () => release.current?.(), []);
  const send = (value: Value, before: Value): void => {
    const answer = onSave(value, before);
    if (!(answer instanceof Promise)) return;
    release.current?.();
    const slow = setTimeout(() => setSaving({ value, before, state: "waiting" }), SILENT_MS);
    void answer.then(
      () => {
        clearTimeout(slow);
        setSaving(undefined);
      },
      () => {
        clearTimeout(slow);
        release.current = holdUnsaved();
        setSaving({ value, before, state: "unsaved" });
      },
    );
  };
  /** Another value is typed instead. */
  const forget = (): void => {
    release.current?.();
    setSaving(undefined);
  };
  return { saving, send, forget };
}
