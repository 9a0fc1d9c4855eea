import { useState, useSyncExternalStore } from "react";
import { Loaded } from "#web/app/loaded.tsx";
import { useUndo } from "#web/app/undo.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { actOnToast, subscribeToToasts, toldToasts } from "#web/kit/toast-queue.ts";
import { When } from "#web/notification/told-list.tsx";
import { useOwnChanges, type OwnChange } from "#web/notification/use-notifications.ts";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import styles from "#web/notification/bell.module.css";

type OwnChangesProps = { readonly say: NoticeWords; readonly onFollow: () => void };
const PAGES: Readonly<Record<string, string>> = {
  opportunity: "/opportunities",
  client: "/clients",
  contact: "/contacts",
  product: "/products",
};

/** What one did in the last 30 days, each with its undo; before it, what was said on this page. */
export function OwnChanges({ say, onFollow }: OwnChangesProps) {
  const query = useOwnChanges();
  // What was done from this page is told in its own words, until it is taken back.
  const said = useSyncExternalStore(subscribeToToasts, toldToasts).filter(
    ({ about, action }) => about === undefined || action !== undefined,
  );
  const known = new Set(said.map(({ about }) => about));
  return (
    <Loaded query={query} label={say.bell.loading} frame={<Block height={180} />}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.data).filter(({ changeId }) => !known.has(changeId));
        if (all.length + said.length === 0) return <p className={styles.nothing}>{say.bell.noneDone}</p>;
        return (
          <ol className={styles.list} tabIndex={0} aria-label={say.bell.done}>
            {said.map(({ id, text, at, kind, action }) => (
              <li key={id} className={styles.own}>
                <span className={kind === "error" ? styles.failure : styles.said}>{text}</span>
                <When at={at.toISOString()} />
                {action && (
                  <span className={styles.action}>
                    <Button size="small" look="link" onPress={() => actOnToast(id)}>
                      {action.label}
                    </Button>
                  </span>
                )}
              </li>
            ))}
            {all.map((one) => (
              <OwnRow key={one.changeId} one={one} say={say} onFollow={onFollow} onUndone={() => void query.refetch()} />
            ))}
            {query.hasNextPage && (
              <li className={styles.more}>
                <Button look="quiet" size="small" onPress={() => void query.fetchNextPage()}>
                  {say.bell.more}
                </Button>
              </li>
            )}
          </ol>
        );
      }}
    </Loaded>
  );
}

type OwnRowProps = { readonly one: OwnChange; readonly say: NoticeWords; readonly onFollow: () => void; readonly onUndone: () => void };

function OwnRow({ one, say, onFollow, onUndone }: OwnRowProps) {
  const { undo } = useUndo();
  const [isUndoing, setIsUndoing] = useState(false);
  const name = useNameOf(one, say);
  const page = PAGES[one.record.type];
  const verb = one.kind.split(".")[1] ?? "";
  const did = (say.did as Readonly<Record<string, string>>)[verb] ?? say.did.edited;
  const takeBack = async (): Promise<void> => {
    setIsUndoing(true);
    await undo(one.changeId);
    setIsUndoing(false);
    onUndone();
  };
  return (
    <li className={styles.own} data-undone={one.undone || undefined}>
      <span className={styles.said}>
        <span className={styles.sentence}>
          {page !== undefined && one.count <= 1 && !one.kind.endsWith(".deleted") ? (
            <span onClick={onFollow}>
              <Link href={`${page}/${one.record.id}`} look="quiet">
                {name}
              </Link>
            </span>
          ) : (
            name
          )}
        </span>
        <span className={styles.text}>
          {did}
          {one.undone && ` · ${say.bell.undone}`}
        </span>
      </span>
      <When at={one.at} />
      {one.canUndo && (
        <span className={styles.action}>
          <Button
            size="small"
            look="link"
            label={`${say.bell.undo}: ${did}, ${name}`}
            isPending={isUndoing}
            onPress={() => void takeBack()}
          >
            {say.bell.undo}
          </Button>
        </span>
      )}
    </li>
  );
}

/** What has no name is called by what it is. */
function useNameOf({ count, record }: OwnChange, say: NoticeWords): string {
  const words = useWords();
  if (count > 1) return say.bell.many({ n: count });
  if (record.name !== "") return record.name;
  return record.type === "message" ? words.message.title : say.bell.one;
}
