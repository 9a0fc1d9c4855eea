import { Copy, RotateCw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/error-panel.module.css";

export type ErrorPanelProps = {
  /** "L'enregistrement n'a pas abouti." */
  title: string;
  /** "Rien n'est perdu." */
  children?: ReactNode;
  onRetry?: () => void;
  /** What "copy details" puts in the clipboard: request id, code, address. */
  details?: string;
};

export function ErrorPanel({ title, children, onRetry, details }: ErrorPanelProps) {
  const words = useKitWords();
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(details ?? "");
    setIsCopied(true);
  }
  return (
    <div role="alert" className={styles.panel}>
      <p className={styles.title}>{title}</p>
      {children && <p>{children}</p>}
      <div className={styles.actions}>
        {onRetry && (
          <Button size="small" onPress={onRetry} icon={<Icon of={RotateCw} />}>
            {words.retry}
          </Button>
        )}
        {details !== undefined && (
          <Button size="small" look="quiet" onPress={() => void copy()} icon={<Icon of={Copy} />}>
            {isCopied ? words.copied : words.copyDetails}
          </Button>
        )}
      </div>
    </div>
  );
}
