import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useEffect } from "react";
import type { Document } from "#contract/document.ts";
import { useSpoken } from "#web/app/words.ts";
import { download } from "#web/document/document-menu.tsx";
import { contentAddress } from "#web/document/use-documents.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import styles from "#web/document/document.module.css";

type PreviewProps = {
  readonly one: Document;
  /** Those that can be shown, in the order of the list. */
  readonly among: readonly Document[];
  readonly onShow: (one: Document) => void;
  readonly onClose: () => void;
};

/** A picture, or a PDF in the browser's own viewer; the arrows go from one to the next. */
export function PreviewDialog({ one, among, onShow, onClose }: PreviewProps) {
  const { words } = useSpoken();
  const say = words.document;
  const at = among.findIndex(({ id }) => id === one.id);
  const [before, after] = [among[at - 1], among[at + 1]];
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const next = { ArrowLeft: before, ArrowRight: after }[event.key];
      if (next) onShow(next);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={one.name}
      size="large"
      actions={
        <>
          <Button look="primary" icon={<Icon of={Download} />} onPress={() => download(contentAddress({ id: one.id }))}>
            {say.download}
          </Button>
          {among.length > 1 && (
            <span className={styles.walk}>
              <IconButton
                icon={ChevronLeft}
                label={say.previous}
                disabledReason={before ? undefined : say.previous}
                onPress={() => before && onShow(before)}
              />
              <span className={styles.quiet}>
                {at + 1} / {among.length}
              </span>
              <IconButton
                icon={ChevronRight}
                label={say.next}
                disabledReason={after ? undefined : say.next}
                onPress={() => after && onShow(after)}
              />
            </span>
          )}
        </>
      }
    >
      <Content key={`${one.id} ${one.file.number}`} one={one} />
    </Dialog>
  );
}

function Content({ one }: { one: Document }) {
  const { words } = useSpoken();
  const address = contentAddress({ id: one.id, number: one.file.number, inline: true });
  if (one.file.type !== "application/pdf") {
    return (
      <div className={styles.picture}>
        <img src={address} alt={one.name} width={one.file.width ?? undefined} height={one.file.height ?? undefined} />
      </div>
    );
  }
  if (!navigator.pdfViewerEnabled) return <p className={styles.quiet}>{words.document.noViewer}</p>;
  // No browser starts its PDF viewer in a sandbox; the answer itself allows nothing but the viewer.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe src={`${address}#navpanes=0`} title={one.name} className={styles.pages} />;
}
