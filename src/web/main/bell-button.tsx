import { Bell } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useUnread } from "#web/main/use-unread.ts";
import styles from "#web/main/frame.module.css";

const BellPanel = lazy(async () => ({ default: (await import("#web/notification/bell-panel.tsx")).BellPanel }));

/** As many as the server counts. */
const COUNTED = 100;

/** How many wait to be read; opens the panel, whose code is fetched with the first press. */
export function BellButton() {
  const words = useWords();
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { data: unread = 0 } = useUnread();
  const count = unread >= COUNTED ? `${COUNTED - 1}+` : String(unread);
  const { notifications } = words.shell.kit;
  const open = (): void => {
    setIsWanted(true);
    setIsOpen(true);
  };
  return (
    <>
      <IconButton
        ref={button}
        icon={Bell}
        label={unread === 0 ? notifications : words.shell.unread({ name: notifications, count })}
        badge={unread > 0 && <span className={styles.unread}>{count}</span>}
        isExpanded={isOpen}
        onPress={open}
      />
      <Suspense fallback={null}>{isWanted && <BellPanel anchor={button} isOpen={isOpen} onOpenChange={setIsOpen} />}</Suspense>
    </>
  );
}
