import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Me } from "#contract/me.ts";
import { useWords } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import styles from "#web/main/frame.module.css";

const AccountMenu = lazy(async () => ({ default: (await import("#web/main/account-menu.tsx")).AccountMenu }));

/** Who is signed in; opens the menu, whose code is fetched with the first press. */
export function AccountButton({ me }: { me: Me }) {
  const words = useWords();
  const [isWanted, setIsWanted] = useState(false);
  const label = words.shell.menu.label({ name: me.name });
  const drawn = <Avatar name={me.name} size={28} isDecorative />;
  const trigger = (
    <Button aria-label={label} aria-haspopup="menu" className={styles.account ?? ""} onPress={() => setIsWanted(true)}>
      {drawn}
    </Button>
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <AccountMenu
        me={me}
        trigger={
          <Button aria-label={label} className={styles.account ?? ""}>
            {drawn}
          </Button>
        }
      />
    </Suspense>
  );
}
