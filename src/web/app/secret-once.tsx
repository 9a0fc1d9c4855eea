import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/app/secret-once.module.css";

/** Something answered once, to be copied now: a key, a link. */
export function SecretOnce({ label, secret }: { label: string; secret: string }) {
  const { common } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  }
  return (
    <div className={styles.row}>
      <input readOnly aria-label={label} value={secret} className={styles.secret} onFocus={(event) => event.currentTarget.select()} />
      <Button onPress={() => void copy()} icon={<Icon of={isCopied ? Check : Copy} />} autoFocus>
        {isCopied ? common.copied : common.copy}
      </Button>
    </div>
  );
}
