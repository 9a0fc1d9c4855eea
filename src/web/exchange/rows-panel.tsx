import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { ask } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllWords } from "#web/app/words.ts";
import { FailedRows } from "#web/exchange/failed-rows.tsx";
import { PlainRows } from "#web/exchange/plain-rows.tsx";
import type { Shown } from "#web/exchange/shown-rows.ts";
import { useDownload } from "#web/app/use-download.ts";
import { IMPORTS, type Import, type Mapping } from "#web/exchange/use-import.ts";
import { Button } from "#web/kit/button.tsx";
import { formatNumber } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/exchange/rows-panel.module.css";

const FIRST = 5;
const MORE = 50;

type RowsPanelProps = { one: Import; show: Shown; correct: (body: Mapping) => void };

/** The lines behind a figure, the first few, then fifty at a time. */
export function RowsPanel({ one, show, correct }: RowsPanelProps) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const rows = useRows(one.id, show);
  const all = rows.data?.pages.flatMap((page) => page.data) ?? [];
  const rest = one.counts[show] - all.length;
  return (
    <Panel
      title={exchange.rows[show]}
      count={formatNumber(one.counts[show], locale)}
      action={show === "failed" && one.counts.failed > 0 && <DownloadFailed one={one} />}
      isFlush
    >
      <Loaded query={rows} label={exchange.loadingRows} frame={<Block height={180} />}>
        {() => {
          if (all.length === 0) return <p className={styles.none}>{exchange.rows.none}</p>;
          return show === "failed" ? <FailedRows rows={all} correct={correct} /> : <PlainRows rows={all} show={show} kind={one.kind} />;
        }}
      </Loaded>
      {rows.hasNextPage && (
        <p className={styles.more}>
          <Button look="link" size="small" isPending={rows.isFetchingNextPage} onPress={() => void rows.fetchNextPage()}>
            {rest > 0 ? exchange.rows.others({ n: rest }) : exchange.rows.more}
          </Button>
        </p>
      )}
    </Panel>
  );
}

function useRows(id: string, show: Shown) {
  return useInfiniteQuery({
    queryKey: [...IMPORTS, id, "rows", show],
    queryFn: ({ pageParam, signal }) =>
      ask(
        "listImportRows",
        {
          params: { id },
          query: { show, limit: pageParam ? MORE : show === "failed" ? FIRST : 4 * FIRST, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: (before, query) => (query?.queryKey.at(-1) === show ? before : undefined),
  });
}

export function DownloadFailed({ one, children }: { one: Import; children?: string }) {
  const { exchange } = useAllWords();
  const { download, isDownloading } = useDownload();
  return (
    <Button
      look={children === undefined ? "quiet" : "secondary"}
      size="small"
      icon={<Icon of={Download} />}
      isPending={isDownloading}
      onPress={() => void download(`/api/v1/imports/${one.id}/failed`)}
    >
      {children ?? exchange.rows.download}
    </Button>
  );
}
