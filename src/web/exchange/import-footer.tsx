import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { IMPORTS, type Import } from "#web/exchange/use-import.ts";
import { Button } from "#web/kit/button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import styles from "#web/exchange/import-page.module.css";

type ImportFooterProps = { one: Import; before?: ReactNode; note?: string | undefined; children: ReactNode };

/** Always in sight: the way back, giving up, and the next step. */
export function ImportFooter({ one, before, note, children }: ImportFooterProps) {
  const { exchange } = useAllWords();
  const client = useQueryClient();
  const toasts = useToasts();
  const report = useReport();
  const { navigate } = useSurroundings();
  const giveUp = useMutation({
    mutationFn: () => ask("cancelImport", { params: { id: one.id } }),
    onSuccess: () => {
      toasts.show({ text: exchange.foot.givenUp });
      navigate("/settings/imports");
      client.removeQueries({ queryKey: IMPORTS });
    },
    onError: (error) => report(error, IMPORTS),
  });
  return (
    <footer className={styles.foot}>
      {before}
      <Button look="quiet" isPending={giveUp.isPending} onPress={() => giveUp.mutate()}>
        {exchange.foot.giveUp}
      </Button>
      <span className={styles.waits}>{note}</span>
      {children}
    </footer>
  );
}
