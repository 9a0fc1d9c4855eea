import { Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import type { Document } from "#contract/document.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useSpoken } from "#web/app/words.ts";
import { DeletedDocuments } from "#web/document/deleted-documents.tsx";
import { DocumentRow } from "#web/document/document-row.tsx";
import { DropArea } from "#web/document/drop-area.tsx";
import { UploadList } from "#web/document/upload-list.tsx";
import { useUploads } from "#web/document/uploads.ts";
import { useAddDocuments } from "#web/document/use-add-documents.ts";
import { useSameName } from "#web/document/use-same-name.ts";
import { useDocuments, type DocumentPlace } from "#web/document/use-documents.ts";
import { Button } from "#web/kit/button.tsx";
import { formatBytes } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/document/document.module.css";

const PreviewDialog = lazy(async () => ({ default: (await import("#web/document/preview-dialog.tsx")).PreviewDialog }));
const SameNameDialog = lazy(async () => ({ default: (await import("#web/document/same-name-dialog.tsx")).SameNameDialog }));
const VersionsDialog = lazy(async () => ({ default: (await import("#web/document/versions-dialog.tsx")).VersionsDialog }));

type PanelProps = { readonly place: DocumentPlace; readonly mayAdd: boolean };

/** The files of an opportunity, or of all opportunities of a client. */
export function DocumentsPanel({ place, mayAdd }: PanelProps) {
  const { words } = useSpoken();
  const query = useDocuments(place);
  return (
    <Loaded query={query} label={words.document.loading} frame={<Block height={200} />}>
      {({ pages }) => (
        <List
          place={place}
          mayAdd={mayAdd}
          documents={pages.flatMap((page) => page.data)}
          total={pages[0]?.total ?? 0}
          limitBytes={pages[0]?.limitBytes ?? 0}
          more={
            query.hasNextPage && (
              <Button look="link" onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                {words.document.more}
              </Button>
            )
          }
        />
      )}
    </Loaded>
  );
}

type ListProps = PanelProps & {
  readonly documents: readonly Document[];
  readonly total: number;
  readonly limitBytes: number;
  readonly more: React.ReactNode;
};

function List({ place, mayAdd, documents, total, limitBytes, more }: ListProps) {
  const { words } = useSpoken();
  const say = words.document;
  const { locale } = useSurroundings();
  const uploads = useUploads(place);
  const add = useAddDocuments(place.id, limitBytes);
  const input = useRef<HTMLInputElement>(null);
  /** undefined: the files chosen next are documents of their own. */
  const into = useRef<Document>(undefined);
  const [previewed, setPreviewed] = useState<string>();
  const [versioned, setVersioned] = useState<string>();
  const choose = (one?: Document): void => {
    into.current = one;
    if (!input.current) return;
    input.current.multiple = one === undefined;
    input.current.click();
  };
  const same = useSameName(documents, add);
  const isOfClient = place.owner === "clients";
  const shown = documents.filter(({ file }) => file.isShown);
  const find = (id: string | undefined): Document | undefined => documents.find((one) => one.id === id);
  const [preview, versions] = [find(previewed), find(versioned)];
  const empty = isOfClient ? say.emptyClient : mayAdd ? say.empty : say.emptyRead;
  return (
    <DropArea onFiles={mayAdd ? same.take : undefined}>
      <Panel title={say.title} count={total} isFlush action={mayAdd && <AddButton onPress={() => choose()} />}>
        {mayAdd && documents.length > 0 && (
          <p className={styles.hint} data-drop>
            {say.hint({ limit: formatBytes(limitBytes, locale) })}
          </p>
        )}
        <UploadList uploads={uploads} />
        {documents.length === 0 && uploads.length === 0 && <p className={styles.empty}>{empty}</p>}
        <ul className={styles.list}>
          {documents.map((one) => (
            <DocumentRow
              key={one.id}
              one={one}
              showsOpportunity={isOfClient}
              onPreview={() => setPreviewed(one.id)}
              onVersions={() => setVersioned(one.id)}
              onNewVersion={choose}
            />
          ))}
        </ul>
        {more}
      </Panel>
      {mayAdd && <DeletedDocuments place={place} />}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="documents"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])].map((file) => ({ file }));
          if (into.current) add(chosen, into.current);
          else same.take(chosen);
          event.target.value = "";
        }}
      />
      <Suspense fallback={null}>
        {same.asked.length > 0 && <SameNameDialog asked={same.asked} onAnswer={same.answer} onClose={same.close} />}
        {preview && (
          <PreviewDialog one={preview} among={shown} onShow={({ id }) => setPreviewed(id)} onClose={() => setPreviewed(undefined)} />
        )}
        {versions && <VersionsDialog one={versions} onNewVersion={() => choose(versions)} onClose={() => setVersioned(undefined)} />}
      </Suspense>
    </DropArea>
  );
}

function AddButton({ onPress }: { onPress: () => void }) {
  const { words } = useSpoken();
  return (
    <Button look="link" size="small" icon={<Icon of={Plus} size={14} />} onPress={onPress}>
      {words.document.add}
    </Button>
  );
}
