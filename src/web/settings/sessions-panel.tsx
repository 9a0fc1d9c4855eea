import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { deviceName } from "#web/settings/device-name.ts";
import section from "#web/settings/section.module.css";
import styles from "#web/kit/table-look.module.css";

const KEY = ["sessions"];
type Session = Answer<"listSessions">["data"][number];

export function SessionsPanel() {
  const { words } = useAllSpoken();
  const { security, loading } = words.settings;
  const sessions = useQuery({ queryKey: KEY, queryFn: () => ask("listSessions", {}) });
  return (
    <Panel title={security.sessions} count={sessions.data?.data.length} isFlush>
      <Loaded query={sessions} label={loading}>
        {({ data }) => (
          <div className={section.scroll} tabIndex={0} role="region" aria-label={security.sessions}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{security.device}</th>
                  <th scope="col" className={section.wide}>
                    {security.address}
                  </th>
                  <th scope="col" className={section.wide}>
                    {security.since}
                  </th>
                  <th scope="col">{security.lastSeen}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {data.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { locale, words } = useAllSpoken();
  const { security } = words.settings;
  const { timeZone } = useSurroundings();
  const client = useQueryClient();
  const report = useReport();
  const toasts = useToasts();
  const end = useMutation({
    mutationFn: () => ask("endSession", { params: { id: session.id } }),
    onSuccess: () => {
      toasts.show({ text: security.ended });
      void client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => report(error, KEY),
  });
  const device = deviceName(session.agent) ?? security.unknownDevice;
  return (
    <tr>
      <th scope="row">
        {device}
        <span className={`${section.narrow} ${section.hint}`}>{session.address}</span>
      </th>
      <td className={section.wide}>{session.address}</td>
      <td className={section.wide}>{formatInstant(session.createdAt, locale, timeZone)}</td>
      <td>{formatInstant(session.lastSeenAt, locale, timeZone)}</td>
      <td className={styles.figures}>
        {session.current ? (
          <Pill>{security.thisOne}</Pill>
        ) : (
          <Button size="small" look="quiet" label={security.endOf({ device })} onPress={() => end.mutate()} isPending={end.isPending}>
            {security.end}
          </Button>
        )}
      </td>
    </tr>
  );
}
