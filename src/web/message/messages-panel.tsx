import { Loaded } from "#web/app/loaded.tsx";
import { useMay } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Composer } from "#web/message/composer.tsx";
import { MessageItem } from "#web/message/message-item.tsx";
import { useMessageActs, useMessages, type MessagePlace } from "#web/message/use-messages.ts";
import styles from "#web/message/message.module.css";

/** What colleagues wrote about one record: pinned ones first, then the newest. */
export function MessagesPanel({ place }: { place: MessagePlace }) {
  const { words } = useSpoken();
  const say = words.message;
  const mayWrite = useMay("activities", "write");
  const acts = useMessageActs();
  const found = useMessages(place);
  return (
    <div className={styles.stacked}>
      {mayWrite && <Composer place={place} onSend={(body) => acts.write(place, body)} hasKey />}
      <Loaded query={found} label={say.loading}>
        {({ pages }) => {
          const pinned = pages[0]?.pinned ?? [];
          const rows = pages.flatMap((page) => page.data).filter((one) => !pinned.some((other) => other.id === one.id));
          return (
            <>
              {pinned.length > 0 && (
                <Panel title={say.pinnedTitle} count={pinned.length}>
                  <ul className={styles.list}>
                    {pinned.map((one) => (
                      <MessageItem key={one.id} one={one} place={place} />
                    ))}
                  </ul>
                </Panel>
              )}
              <Panel title={say.title} count={pages[0]?.total ?? 0}>
                {rows.length === 0 && pinned.length === 0 && <p className={styles.quiet}>{say.empty}</p>}
                <ul className={styles.list}>
                  {rows.map((one) => (
                    <MessageItem key={one.id} one={one} place={place} />
                  ))}
                </ul>
              </Panel>
              {found.hasNextPage && (
                <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
                  {say.more}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
