import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { chosenOf, type Chosen } from "#web/document/use-add-documents.ts";
import { useSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/document/document.module.css";

/** Files dropped anywhere on it are taken; without `onFiles` it is only a frame. */
export function DropArea({ onFiles, children }: { onFiles?: ((chosen: Chosen[]) => void) | undefined; children: ReactNode }) {
  const { words } = useSpoken();
  const [isOver, setIsOver] = useState(false);
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  if (!onFiles) return <div className={styles.stacked}>{children}</div>;
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  const step = (by: number) => (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    depth.current += by;
    setIsOver(depth.current > 0);
  };
  const drop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    onFiles(chosenOf(event.dataTransfer));
  };
  return (
    <div
      className={classNames(styles.stacked, styles.area, isOver && styles.over)}
      onDragEnter={step(1)}
      onDragLeave={step(-1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {isOver && <p className={styles.invitation}>{words.document.drop}</p>}
    </div>
  );
}
