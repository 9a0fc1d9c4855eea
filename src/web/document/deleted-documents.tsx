import { useState } from "react";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { DocumentIcon } from "#web/document/document-icon.tsx";
import { useDocumentActs, useDocuments, type DocumentPlace } from "#web/document/use-documents.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/document/document.module.css";

/** Folded until somebody misses one. */
export function DeletedDocuments({ place }: { place: DocumentPlace }) {
  const { words } = useSpoken();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button look="link" size="small" onPress={() => setIsOpen(true)}>
          {words.document.deleted}
        </Button>
      </div>
    );
  }
  return <List place={place} />;
}

function List({ place }: { place: DocumentPlace }) {
  const { words } = useSpoken();
  const say = words.document;
  const { locale } = useSurroundings();
  const zone = useMe().workspace.timezone;
  const acts = useDocumentActs();
  const query = useDocuments(place, { deleted: true });
  return (
    <Loaded query={query} label={say.loading}>
      {({ pages }) => (
        <Panel title={say.deleted} count={pages[0]?.total ?? 0} isFlush>
          <p className={styles.hint}>{pages[0]?.total ? say.deletedHint : say.noneDeleted}</p>
          <ul className={styles.list}>
            {pages
              .flatMap((page) => page.data)
              .map((one) => (
                <li key={one.id} className={styles.row}>
                  <DocumentIcon one={one} />
                  <div className={styles.said}>
                    <span className={styles.gone} title={one.name}>
                      {one.name}
                    </span>
                    <p className={styles.facts}>
                      {one.deleted && say.deletedBy({ by: one.deleted.by.name, at: formatInstant(one.deleted.at, locale, zone) })}
                    </p>
                  </div>
                  {one.can.edit && (
                    <Button size="small" onPress={() => void acts.restore(one)}>
                      {say.restore}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
          {query.hasNextPage && (
            <Button look="link" onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
              {say.more}
            </Button>
          )}
        </Panel>
      )}
    </Loaded>
  );
}
