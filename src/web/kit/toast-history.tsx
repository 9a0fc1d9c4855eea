import { Bell, CircleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "#web/kit/button.tsx";
import { formatTime } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { Popover } from "#web/kit/popover.tsx";
import { actOnToast, subscribeToToasts, toldToasts, type ToldToast } from "#web/kit/toast-queue.ts";
import styles from "#web/kit/toast-history.module.css";

/** The bell: every toast of this page, with what can still be undone. */
export function ToastHistory() {
  const words = useKitWords();
  const told = useSyncExternalStore(subscribeToToasts, toldToasts);
  return (
    <Popover
      trigger={<IconButton icon={Bell} label={words.notifications} />}
      label={words.notifications}
      placement="bottom end"
      width={352}
    >
      <h2 className={styles.title}>{words.notifications}</h2>
      {told.length === 0 ? (
        <p className={styles.nothing}>{words.noNotifications}</p>
      ) : (
        <ol className={styles.list}>
          {told.map((toast) => (
            <Told key={toast.id} {...toast} />
          ))}
        </ol>
      )}
    </Popover>
  );
}

function Told({ id, text, kind, at, action }: ToldToast) {
  const { locale, timeZone } = useSurroundings();
  return (
    <li className={styles.told}>
      <span className={kind === "error" ? styles.error : undefined}>
        {kind === "error" && <Icon of={CircleAlert} />}
        {text}
      </span>
      <time dateTime={at.toISOString()} className={styles.time}>
        {formatTime(at.toISOString(), locale, timeZone)}
      </time>
      {action && (
        <span className={styles.action}>
          <Button size="small" look="link" onPress={() => actOnToast(id)}>
            {action.label}
          </Button>
        </span>
      )}
    </li>
  );
}
