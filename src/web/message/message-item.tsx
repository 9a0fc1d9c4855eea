import { Ellipsis, Pin } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Message } from "#contract/message.ts";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Composer } from "#web/message/composer.tsx";
import { useMessageActs, useMessageHistory, type MessagePlace } from "#web/message/use-messages.ts";
import styles from "#web/message/message.module.css";

const Markdown = lazy(async () => ({ default: (await import("#web/message/markdown.tsx")).Markdown }));

/** The text as its author meant it; until its code is here, as it was typed. */
export function MessageText({ body }: { body: string }) {
  return (
    <Suspense fallback={<div className={styles.plain}>{body}</div>}>
      <Markdown text={body} />
    </Suspense>
  );
}

/** Who wrote what, when; changed by its author, pinned by anybody who writes. */
export function MessageItem({ one, place }: { one: Message; place: MessagePlace }) {
  const { words } = useSpoken();
  const say = words.message;
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const acts = useMessageActs();
  const [isChanging, setIsChanging] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  return (
    <li className={styles.item}>
      <Avatar name={one.author.name} size={28} isDecorative />
      <article className={styles.said} aria-label={one.author.name}>
        <p className={styles.head}>
          <b>{one.author.name}</b>
          <time dateTime={one.createdAt} className={styles.quiet}>
            {formatInstant(one.createdAt, locale, zone)}
          </time>
          {one.editedAt !== null && (
            <button type="button" className={styles.edited} onClick={() => setShowsHistory(true)}>
              {say.edited}
            </button>
          )}
          {one.pinned && (
            <span className={styles.quiet}>
              <Icon of={Pin} size={14} /> {say.pinned({ by: one.pinned.by.name })}
            </span>
          )}
          {place.owner === "clients" && one.opportunity && (
            <Link href={`/opportunities/${one.opportunity.id}?tab=messages`}>{one.opportunity.name}</Link>
          )}
        </p>
        {isChanging ? (
          <Composer
            place={place}
            body={one.body}
            onCancel={() => setIsChanging(false)}
            onSend={async (body) => {
              const isDone = await acts.edit(one, body);
              if (isDone) setIsChanging(false);
              return isDone;
            }}
          />
        ) : (
          <MessageText body={one.body} />
        )}
      </article>
      <MessageMenu one={one} onChange={() => setIsChanging(true)} />
      {showsHistory && <History one={one} onClose={() => setShowsHistory(false)} />}
    </li>
  );
}

function MessageMenu({ one, onChange }: { one: Message; onChange: () => void }) {
  const { words } = useSpoken();
  const say = words.message;
  const acts = useMessageActs();
  if (!one.can.pin && !one.can.edit) return <span />;
  const label = say.actions({ by: one.author.name });
  return (
    <Menu
      label={label}
      trigger={<IconButton icon={Ellipsis} size="small" label={label} />}
      groups={[
        { id: "pin", items: one.can.pin ? [{ id: "pin", label: one.pinned ? say.unpin : say.pin }] : [] },
        {
          id: "own",
          items: one.can.edit
            ? [
                { id: "edit", label: say.edit },
                { id: "remove", label: say.remove, isDanger: true },
              ]
            : [],
        },
      ]}
      onAction={(id) => {
        if (id === "pin") void acts.pin(one);
        if (id === "edit") onChange();
        if (id === "remove") void acts.remove(one);
      }}
    />
  );
}

function History({ one, onClose }: { one: Message; onClose: () => void }) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const versions = useMessageHistory(one.id, true).data?.data ?? [];
  return (
    <Dialog isOpen onClose={onClose} title={words.message.history}>
      <ol className={styles.versions}>
        {versions.map((version) => (
          <li key={version.version}>
            <p className={styles.head}>
              <b>{words.message.version({ n: version.version })}</b>
              <span className={styles.quiet}>
                {version.by.name}, {formatInstant(version.at, locale, zone)}
              </span>
            </p>
            <MessageText body={version.body} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
