import { Upload } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { RouteProgress } from "#web/kit/route-progress.tsx";
import styles from "#web/exchange/drop-file.module.css";

type DropFileProps = { isReading: boolean; error: string | undefined; onFile: (file: File) => void };

/** A file is dropped, or chosen with the keyboard. */
export function DropFile({ isReading, error, onFile }: DropFileProps) {
  const { exchange } = useAllWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file && !isReading) onFile(file);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={classNames(styles.zone, isOver && styles.over)} onDragOver={over} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <Icon of={Upload} size={24} className={styles.icon} />
      <p className={styles.title}>{exchange.drop}</p>
      <p className={styles.hint}>{exchange.dropHint}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        data-testid="file"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <Button look="primary" isPending={isReading} onPress={() => input.current?.click()}>
        {exchange.choose}
      </Button>
      {isReading && (
        <div role="status" className={styles.reading}>
          <RouteProgress label={exchange.reading} />
          {exchange.reading}
        </div>
      )}
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
