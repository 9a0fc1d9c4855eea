import { useSyncExternalStore } from "react";
import { isOutOfReach, listenForReach } from "#web/api/try-again.ts";
import { useWords } from "#web/app/words.ts";
import styles from "#web/main/frame.module.css";

export function OfflineBar() {
  const words = useWords();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine && !isOutOfReach());
  return (
    <div role="status" data-no-print>
      {!isOnline && <p className={styles.offline}>{words.shell.offline}</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  const stop = listenForReach(listener);
  return () => {
    stop();
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
