import { Bell, CheckCheck } from "lucide-react";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { formatNearDay, formatTime } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import { useMarkRead, useNotifications, type Told } from "#web/notification/use-notifications.ts";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import { sentenceOf } from "#words/notice/sentence.ts";
import styles from "#web/notification/bell.module.css";

type ToldListProps = { readonly say: NoticeWords; readonly onFollow: () => void };

export function ToldList({ say, onFollow }: ToldListProps) {
  const query = useNotifications();
  const mark = useMarkRead();
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <Loaded query={query} label={say.bell.loading} frame={<Block height={180} />}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.data);
          if (all.length === 0) return <p className={styles.nothing}>{say.bell.none}</p>;
          return (
            <ol className={styles.list} tabIndex={0} aria-label={say.bell.told}>
              {all.map((one) => (
                <ToldRow key={one.id} one={one} say={say} onFollow={onFollow} onRead={() => mark.mutate(one.id)} />
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
      <footer className={styles.footer}>
        <span onClick={onFollow}>
          <Link href="/settings/notifications">{say.bell.preferences}</Link>
        </span>
        {unread > 0 && (
          <Button look="quiet" size="small" icon={<Icon of={CheckCheck} />} onPress={() => mark.mutate(undefined)}>
            {say.bell.readAll}
          </Button>
        )}
      </footer>
    </>
  );
}

type ToldRowProps = { readonly one: Told; readonly say: NoticeWords; readonly onFollow: () => void; readonly onRead: () => void };

/** Followed, it counts as read; one that leads nowhere is read by a press. */
function ToldRow({ one, say, onFollow, onRead }: ToldRowProps) {
  const isUnread = one.readAt === null;
  const sentence = sentenceOf(one, say);
  const shown = one.kind === "assigned" || one.kind === "reminder" ? one.name : one.text;
  const body = (
    <>
      {one.actor ? (
        <Avatar name={one.actor.name} size={28} isDecorative />
      ) : (
        <span className={styles.sign}>
          <Icon of={Bell} size={14} />
        </span>
      )}
      <span className={styles.said}>
        <span className={styles.sentence}>{sentence}</span>
        {shown && <span className={styles.text}>{shown}</span>}
        {one.work?.skipped ? <span className={styles.text}>{say.said.skipped({ n: one.work.skipped })}</span> : null}
      </span>
      <When at={one.at} />
      {isUnread && (
        <span className={styles.dot}>
          <VisuallyHidden>{say.bell.unread}</VisuallyHidden>
        </span>
      )}
    </>
  );
  const act = (): void => {
    if (isUnread) onRead();
    if (one.path !== null) onFollow();
  };
  return (
    <li className={classNames(styles.told, isUnread && styles.unread)} onClick={act}>
      {one.path === null ? (
        <button type="button" className={styles.row}>
          {body}
        </button>
      ) : (
        <Link href={one.path} look="bare" className={styles.row}>
          {body}
        </Link>
      )}
    </li>
  );
}

export function When({ at }: { readonly at: string }) {
  const { locale } = useSpoken();
  const { today, timeZone } = useSurroundings();
  const day = dayInZone(at, timeZone);
  return (
    <time dateTime={at} className={styles.time}>
      {day === today ? formatTime(at, locale, timeZone) : formatNearDay(day, today, locale)}
    </time>
  );
}
