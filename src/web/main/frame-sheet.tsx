import type { Me } from "#contract/me.ts";
import { openCreateSheet } from "#web/app/create-store.ts";
import { helpHref } from "#web/app/help.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { useAllWords, useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import type { NavItem } from "#web/kit/nav-item.ts";
import { Sheet } from "#web/kit/sheet.tsx";
import { ShortcutsSheet } from "#web/kit/shortcuts-sheet.tsx";
import { closeFrameSheet, type FrameSheetName } from "#web/main/frame-sheet-store.ts";
import { creatableBy, placesOf } from "#web/main/places.ts";
import { topicTitle } from "#web/app/help-title.ts";
import { useHelpTopic } from "#web/main/use-help-topic.ts";
import styles from "#web/main/frame.module.css";

type FrameSheetProps = { sheet: FrameSheetName | undefined; me: Me };

export function FrameSheet({ sheet, me }: FrameSheetProps) {
  const words = useWords();
  return (
    <>
      <ShortcutsSheet
        isOpen={sheet === "shortcuts"}
        onClose={closeFrameSheet}
        title={words.shell.shortcuts.title}
        offNote={words.shell.shortcuts.off}
      >
        <HelpLinks onFollow={closeFrameSheet} />
      </ShortcutsSheet>
      <Dialog isOpen={sheet === "create"} onClose={closeFrameSheet} title={words.shell.create} size="small">
        <CreateChoices me={me} />
      </Dialog>
      <Sheet isOpen={sheet === "more"} onClose={closeFrameSheet} title={words.shell.nav.more}>
        <MorePlaces me={me} onFollow={closeFrameSheet} />
      </Sheet>
    </>
  );
}

/** Shift+N: what can be created from anywhere. */
function CreateChoices({ me }: { me: Me }) {
  const { shell, client, contact, activity } = useWords();
  const acts = {
    opportunities: { label: shell.newOpportunity, run: () => openCreateSheet() },
    clients: { label: client.new, run: () => openNewRecord({ kind: "client" }) },
    contacts: { label: contact.new, run: () => openNewRecord({ kind: "contact" }) },
    activities: { label: activity.new, run: () => openNewRecord({ kind: "activity" }) },
    quotes: { label: shell.newQuote, run: () => openNewRecord({ kind: "quote" }) },
  };
  const choose = (run: () => void): void => {
    closeFrameSheet();
    run();
  };
  return (
    <div className={styles.choices}>
      {creatableBy(me).map((module, index) => (
        <Button key={module} isWide autoFocus={index === 0} onPress={() => choose(acts[module].run)}>
          {acts[module].label}
        </Button>
      ))}
    </div>
  );
}

/** The article about the present screen, and the whole of the help. */
function HelpLinks({ onFollow }: { onFollow: () => void }) {
  const words = useAllWords();
  const topic = useHelpTopic();
  return (
    <ul className={styles.help} onClick={onFollow}>
      {topic !== undefined && (
        <li>
          <Link href={helpHref(topic)}>{words.shell.help.here({ topic: topicTitle(topic, words) })}</Link>
        </li>
      )}
      <li>
        <Link href="/help">{words.shell.help.all}</Link>
      </li>
    </ul>
  );
}

/** Where the tabs of a phone have no room for. */
function MorePlaces({ me, onFollow }: { me: Me; onFollow: () => void }) {
  const words = useWords();
  const { main, foot } = placesOf(me, words, {});
  const topic = useHelpTopic();
  // A phone has no keys: its entry leads to the help itself.
  const ends = foot.map((place) => (place.id === "help" ? { ...place, label: words.shell.help.title, href: helpHref(topic) } : place));
  const others = [...main.filter(({ id }) => id !== "opportunities"), ...ends];
  return (
    <ul className={styles.links} onClick={onFollow}>
      {others.map((place) => (
        <Place key={place.id} {...place} />
      ))}
    </ul>
  );
}

function Place({ href, label, icon }: NavItem) {
  return (
    <li>
      <Link href={href} look="bare" className={styles.link}>
        <Icon of={icon} size={20} />
        {label}
      </Link>
    </li>
  );
}
