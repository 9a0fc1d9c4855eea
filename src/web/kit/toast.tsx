import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import {
  actOnLatestToast,
  actOnToast,
  currentToast,
  dismissToast,
  isToastAwaited,
  showToast,
  subscribeToToasts,
  withdrawToast,
  type Toast,
} from "#web/kit/toast-queue.ts";
import styles from "#web/kit/toast.module.css";

const TOASTS = { show: showToast, dismiss: dismissToast, actOnLatest: actOnLatestToast, withdraw: withdrawToast };

/** One queue for the whole app: `show({ text, kind?, action? })`. */
export function useToasts(): typeof TOASTS {
  return TOASTS;
}

/** Once, at the foot of the app. Stays reachable while a dialog is open. */
export function ToastRegion() {
  const words = useKitWords();
  const toast = useSyncExternalStore(subscribeToToasts, currentToast);
  return (
    <section aria-label={words.notifications} className={styles.region} data-react-aria-top-layer="true" data-no-print>
      <div role="status">{toast && toast.kind !== "error" && <ToastBar key={toast.id} toast={toast} />}</div>
      <div role="alert">{toast?.kind === "error" && <ToastBar key={toast.id} toast={toast} />}</div>
    </section>
  );
}

/** The newest act is what one wants to read, and to take back: the one before it stays in the history. */
const SEEN_MS = 1000;

function ToastBar({ toast }: { toast: Toast }) {
  const words = useKitWords();
  const [isHeld, setIsHeld] = useState(false);
  const [shownAt] = useState(() => Date.now());
  const isAwaited = useSyncExternalStore(subscribeToToasts, isToastAwaited);
  const makesRoom = isAwaited && toast.kind !== "error";
  const lasts = toast.action ? 10_000 : 5000;
  useEffect(() => {
    if (isHeld) return undefined;
    const rest = makesRoom ? Math.max(0, shownAt + SEEN_MS - Date.now()) : lasts;
    const timer = setTimeout(() => dismissToast(toast.id), rest);
    return () => clearTimeout(timer);
  }, [isHeld, lasts, makesRoom, shownAt, toast.id]);

  return (
    <div
      className={classNames(styles.toast, toast.kind === "error" && styles.error)}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <Button className={styles.action ?? ""} onPress={() => actOnToast(toast.id)}>
          {toast.action.label}
        </Button>
      )}
      <Button className={styles.close ?? ""} aria-label={words.close} onPress={() => dismissToast(toast.id)}>
        <Icon of={X} size={14} />
      </Button>
    </div>
  );
}
