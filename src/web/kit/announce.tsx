import { useSyncExternalStore } from "react";
import styles from "#web/kit/visually-hidden.module.css";

type Urgency = "polite" | "assertive";
type Announcement = { id: number; text: string };

const EMPTY: Announcement = { id: 0, text: "" };
let latest: Record<Urgency, Announcement> = { polite: EMPTY, assertive: EMPTY };
let listeners: readonly (() => void)[] = [];

/** Says a sentence to readers of the screen by ear: "Déplacée vers Devis en cours, position 1 sur 11". */
export function announce(text: string, urgency: Urgency = "polite"): void {
  latest = { ...latest, [urgency]: { id: latest[urgency].id + 1, text } };
  for (const listener of listeners) listener();
}

/** Once, at the foot of the app. Stays audible while a dialog is open. */
export function LiveRegions() {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => latest);
  return (
    <div className={styles.hidden} data-live-announcer="true">
      <div role="log" aria-live="polite" aria-relevant="additions">
        <p key={polite.id}>{polite.text}</p>
      </div>
      <div role="log" aria-live="assertive" aria-relevant="additions">
        <p key={assertive.id}>{assertive.text}</p>
      </div>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
