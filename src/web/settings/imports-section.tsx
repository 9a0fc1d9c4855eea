import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useAllWords } from "#web/app/words.ts";
import { DropFile } from "#web/exchange/drop-file.tsx";
import { ExportButton } from "#web/app/export-button.tsx";
import { importKinds } from "#web/exchange/import-kinds.ts";
import { PastImports } from "#web/exchange/past-imports.tsx";
import { uploadImport } from "#web/exchange/upload-import.ts";
import { IMPORTS, type ImportedKind } from "#web/exchange/use-import.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Segmented } from "#web/kit/segmented.tsx";
import { Section } from "#web/settings/section.tsx";
import styles from "#web/settings/imports-section.module.css";

/** Where files come in and go out: a file to drop, the imports made, everything as CSV. */
export function ImportsSection() {
  const { common, exchange } = useAllWords();
  const me = useMe();
  const kinds = importKinds(me);
  return (
    <Section title={exchange.title} text={exchange.text}>
      {kinds.length > 0 && <NewImport kinds={kinds} />}
      {kinds.length > 0 && <PastImports />}
      {me.rights.export && (
        <Panel title={common.export}>
          <p className={styles.text}>{exchange.exportText}</p>
          <div className={styles.exports}>
            {(["clients", "contacts", "opportunities"] as const).map((list) => (
              <ExportButton key={list} list={list} look="secondary">
                {exchange.kind[list]}
              </ExportButton>
            ))}
          </div>
        </Panel>
      )}
    </Section>
  );
}

function NewImport({ kinds }: { kinds: readonly ImportedKind[] }) {
  const words = useAllWords();
  const { exchange } = words;
  const client = useQueryClient();
  const { navigate } = useSurroundings();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const [kind, setKind] = useState<ImportedKind>(kinds.find((one) => one === search["kind"]) ?? kinds.at(-1) ?? "clients");
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(kind, file),
    onSuccess: (draft) => {
      client.setQueryData([...IMPORTS, draft.id], draft);
      void client.invalidateQueries({ queryKey: IMPORTS, exact: true });
      navigate(`/imports/${draft.id}?step=columns`);
    },
  });
  const refused = upload.error instanceof ApiProblem ? upload.error.body.errors?.[0]?.detail : undefined;
  return (
    <div className={styles.fresh}>
      <div className={styles.kind}>
        <span id="import-kind">{exchange.what}</span>
        <Segmented
          label={exchange.what}
          options={kinds.map((id) => ({ id, label: exchange.kind[id] }))}
          value={kind}
          onChange={(id) => setKind(id as ImportedKind)}
        />
      </div>
      <DropFile
        isReading={upload.isPending}
        error={upload.error ? (refused ?? problemText(upload.error, words)) : undefined}
        onFile={(file) => upload.mutate(file)}
      />
    </div>
  );
}
