import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "#web/kit/icon-button.tsx";
import { ShortcutScope } from "#web/kit/keyboard.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/dialog.module.css";

export type DialogProps = {
  isOpen: boolean;
  /** Asked to close: by Esc, the cross or a press outside. The owner decides (it may ask first). */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  /** alertdialog: a question that must be answered. */
  role?: "dialog" | "alertdialog";
  /** small: 420 px · normal: 560 px · large: 760 px */
  size?: "small" | "normal" | "large";
};

export function Dialog({ isOpen, onClose, title, children, actions, role = "dialog", size = "normal" }: DialogProps) {
  const words = useKitWords();
  const scope = useId();
  return (
    <ModalOverlay
      className={styles.overlay ?? ""}
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={role === "dialog"}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog role={role} className={styles.dialog ?? ""} data-shortcut-scope={scope}>
          <ShortcutScope id={scope}>
            <header className={styles.header}>
              <Heading slot="title" className={styles.title}>
                {title}
              </Heading>
              {role === "dialog" && <IconButton icon={X} label={words.close} onPress={onClose} />}
            </header>
            <div className={styles.body}>{children}</div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </ShortcutScope>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
