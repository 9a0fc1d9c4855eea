import { KEYS } from "#web/settings/api-keys.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { NewKeyDialog } from "#web/settings/new-key-dialog.tsx";
import styles from "#web/settings/section.module.css";

type Key = Answer<"listKeys">["data"][number];

export function KeysPanel() {
  const { words } = useAllSpoken();
  const { security, loading } = words.settings;
  const keys = useQuery({ queryKey: KEYS, queryFn: () => ask("listKeys", {}) });
  const [isCreating, setIsCreating] = useState(false);
  const [leaving, setLeaving] = useState<Key>();
  const create = (
    <Button size="small" onPress={() => setIsCreating(true)}>
      {security.newKey}
    </Button>
  );
  return (
    <Panel title={security.keys} action={create} isFlush>
      <Loaded query={keys} label={loading}>
        {({ data }) => (
          <ul className={styles.rows}>
            {data.length === 0 && <li className={styles.foot}>{`${security.noKeys} ${security.keysHint}`}</li>}
            {data.map((key) => (
              <KeyRow key={key.id} value={key} onRevoke={() => setLeaving(key)} />
            ))}
          </ul>
        )}
      </Loaded>
      {isCreating && <NewKeyDialog onClose={() => setIsCreating(false)} />}
      {leaving && <RevokeDialog value={leaving} onClose={() => setLeaving(undefined)} />}
    </Panel>
  );
}

function KeyRow({ value, onRevoke }: { value: Key; onRevoke: () => void }) {
  const { locale, words } = useAllSpoken();
  const { security } = words.settings;
  const { timeZone } = useSurroundings();
  const facts = [value.hint, value.readOnly ? security.reads : security.writes, formatInstant(value.createdAt, locale, timeZone)];
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{value.name}</p>
        <p className={styles.hint}>{facts.join(" · ")}</p>
      </div>
      <Button size="small" look="danger-quiet" label={`${security.revoke}, ${value.name}`} onPress={onRevoke}>
        {security.revoke}
      </Button>
    </li>
  );
}

/** Programs stop at once: it is asked first. */
function RevokeDialog({ value, onClose }: { value: Key; onClose: () => void }) {
  const { words } = useAllSpoken();
  const { security } = words.settings;
  const client = useQueryClient();
  const report = useReport();
  const revoke = useMutation({
    mutationFn: () => ask("revokeKey", { params: { id: value.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEYS }),
    onError: (error) => report(error, KEYS),
    onSettled: onClose,
  });
  const actions = (
    <>
      <Button look="danger" onPress={() => revoke.mutate()} isPending={revoke.isPending}>
        {security.revoke}
      </Button>
      <Button look="quiet" onPress={onClose} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} role="alertdialog" size="small" title={security.revokeTitle({ name: value.name })} actions={actions}>
      <p>{security.revokeText}</p>
    </Dialog>
  );
}
