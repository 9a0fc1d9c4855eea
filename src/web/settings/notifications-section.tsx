import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useNoticeWords } from "#web/app/notice-words.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Section } from "#web/settings/section.tsx";
import type { NoticeWords } from "#words/notice/notice-words.ts";
import section from "#web/settings/section.module.css";
import styles from "#web/settings/notifications-section.module.css";
import table from "#web/kit/table-look.module.css";

const PREFERENCES = ["notification-preferences"];
type Preferences = Answer<"showNotificationPreferences">;
type Preference = Preferences["data"][number];

/** Where one is told of what: a row a kind, a box a way. Kept at once. */
export function NotificationsSection() {
  const { settings } = useAllWords();
  const notice = useNoticeWords();
  return (
    <Loaded query={notice} label={settings.loading}>
      {(say) => <Choices say={say} />}
    </Loaded>
  );
}

function Choices({ say: { preferences: say } }: { readonly say: NoticeWords }) {
  const { settings } = useAllWords();
  const query = useQuery({ queryKey: PREFERENCES, queryFn: () => ask("showNotificationPreferences", {}) });
  const set = useSetPreference();
  return (
    <Section title={settings.section.notifications} text={say.text}>
      <Loaded query={query} label={settings.loading}>
        {({ data, mailReady }) => (
          <>
            {!mailReady && <p className={section.text}>{say.noMail}</p>}
            <Panel title={say.table} isFlush>
              <table className={`${table.table} ${styles.table}`}>
                <thead>
                  <tr>
                    <th scope="col">{say.what}</th>
                    <th scope="col" className={styles.way}>
                      {say.inApp}
                    </th>
                    <th scope="col" className={styles.way}>
                      {say.byMail}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((one) => (
                    <PreferenceRow key={one.kind} one={one} say={say} onChange={set} />
                  ))}
                </tbody>
              </table>
            </Panel>
          </>
        )}
      </Loaded>
    </Section>
  );
}

type PreferenceRowProps = {
  readonly one: Preference;
  readonly say: NoticeWords["preferences"];
  readonly onChange: (change: Preference) => void;
};

function PreferenceRow({ one, say, onChange }: PreferenceRowProps) {
  const kind = say.kind[one.kind];
  return (
    <tr>
      <th scope="row" className={styles.kind}>
        {kind}
      </th>
      {(["inApp", "byMail"] as const).map((way) => (
        <td key={way} className={styles.way}>
          <Checkbox
            label={say.cell({ kind, way: say[way] })}
            hidesLabel
            isSelected={one[way]}
            onChange={(isChosen) => onChange({ ...one, [way]: isChosen })}
          />
        </td>
      ))}
    </tr>
  );
}

/** Shown before it is kept; what could not be kept comes back. */
function useSetPreference(): (change: Preference) => void {
  const client = useQueryClient();
  const report = useReport();
  const set = useMutation({
    mutationFn: ({ kind, inApp, byMail }: Preference) => ask("setNotificationPreferences", { body: { [kind]: { inApp, byMail } } }),
    onError: (error) => report(error, PREFERENCES),
  });
  return (change) => {
    client.setQueryData<Preferences>(PREFERENCES, (known) =>
      known ? { ...known, data: known.data.map((one) => (one.kind === change.kind ? change : one)) } : known,
    );
    set.mutate(change);
  };
}
