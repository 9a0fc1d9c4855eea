import { useState, type RefObject } from "react";
import { Loaded } from "#web/app/loaded.tsx";
import { useNoticeWords } from "#web/app/notice-words.ts";
import { useWords } from "#web/app/words.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Popover } from "#web/kit/popover.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import { OwnChanges } from "#web/notification/own-changes.tsx";
import { ToldList } from "#web/notification/told-list.tsx";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import styles from "#web/notification/bell.module.css";

type BellPanelProps = {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** Fetched because its button was pressed. */
export function BellPanel({ anchor, isOpen, onOpenChange }: BellPanelProps) {
  const words = useWords();
  const notice = useNoticeWords();
  return (
    <Popover
      anchor={anchor}
      label={words.shell.kit.notifications}
      placement="bottom end"
      width={400}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      {(close) => (
        <Loaded query={notice} label={words.common.loading} frame={<Block height={240} />}>
          {(say) => <Parts say={say} onFollow={close} />}
        </Loaded>
      )}
    </Popover>
  );
}

type PartsProps = { readonly say: NoticeWords; readonly onFollow: () => void };

/** What concerns the reader, and what they did themselves. */
function Parts({ say, onFollow }: PartsProps) {
  const [part, setPart] = useState("told");
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.title}>{say.bell.title}</h2>
        <Segmented
          label={say.bell.parts}
          options={[
            { id: "told", label: say.bell.told },
            { id: "done", label: say.bell.done },
          ]}
          value={part}
          onChange={setPart}
        />
      </header>
      {part === "told" ? <ToldList say={say} onFollow={onFollow} /> : <OwnChanges say={say} onFollow={onFollow} />}
    </div>
  );
}
