import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "#web/kit/icon-button.tsx";
import { ShortcutScope } from "#web/kit/keyboard.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/sheet.module.css";

export type SheetProps = {
  isOpen: boolean;
  /** Asked to close: by Esc, the cross or a press outside. The owner decides (it may ask first when something was typed). */
  onClose: () => void;
  title: string;
  /** At the right of the title: "Brouillon gardé sur ce poste" */
  note?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Makes the sheet one form: Enter and Ctrl+Enter submit it, also from the footer. */
  onSubmit?: () => void;
};

/** 568 px at the right of the window; the page behind is inert. */
export function Sheet({ isOpen, onClose, title, note, children, footer, onSubmit }: SheetProps) {
  const words = useKitWords();
  const scope = useId();
  const content = (
    <>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </>
  );
  return (
    <ModalOverlay className={styles.overlay ?? ""} isOpen={isOpen} onOpenChange={(next) => !next && onClose()} isDismissable>
      <Modal className={styles.sheet ?? ""}>
        <Dialog className={styles.dialog ?? ""} data-shortcut-scope={scope}>
          <ShortcutScope id={scope}>
            <header className={styles.header}>
              <Heading slot="title" className={styles.title}>
                {title}
              </Heading>
              {note && <span className={styles.note}>{note}</span>}
              <IconButton icon={X} label={words.close} onPress={onClose} />
            </header>
            {onSubmit ? <SheetForm onSubmit={onSubmit}>{content}</SheetForm> : content}
          </ShortcutScope>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SheetForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      {children}
    </form>
  );
}
