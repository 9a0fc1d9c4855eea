import type { Document } from "#contract/document.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { contentAddress, useDocumentActs, useDocumentVersions } from "#web/document/use-documents.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatBytes, formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Pill } from "#web/kit/pill.tsx";
import styles from "#web/document/document.module.css";

type VersionsProps = { readonly one: Document; readonly onNewVersion: () => void; readonly onClose: () => void };

/** Every version, the newest first: downloaded, or put in use again. */
export function VersionsDialog({ one, onNewVersion, onClose }: VersionsProps) {
  const { words } = useSpoken();
  const say = words.document;
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const acts = useDocumentActs();
  const query = useDocumentVersions(one.id);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.versionsOf({ name: one.name })}
      actions={one.can.edit && <Button onPress={onNewVersion}>{say.newVersion}</Button>}
    >
      <Loaded query={query} label={say.loading}>
        {({ data }) => (
          <ol className={styles.versions}>
            {data.map((version) => (
              <li key={version.number} className={styles.versionRow}>
                <div className={styles.said}>
                  <span>
                    <b>{say.version({ n: version.number })}</b> {version.isInUse && <Pill kind="success">{say.current}</Pill>}
                  </span>
                  <p className={styles.facts}>
                    <span className={styles.cut} title={version.name}>
                      {version.name}
                    </span>
                    <span>{formatBytes(version.size, locale)}</span>
                    <span>{version.addedBy.name}</span>
                    <time dateTime={version.addedAt}>{formatInstant(version.addedAt, locale, zone)}</time>
                  </p>
                </div>
                <span className={styles.versionActs}>
                  <a className={styles.link} href={contentAddress({ id: one.id, number: version.number })} download>
                    {say.download}
                  </a>
                  {one.can.edit && !version.isInUse && (
                    <Button size="small" onPress={() => void acts.choose(one, version.number)}>
                      {say.takeBack}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}
