import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { INVITATIONS, type Invitation } from "#web/people/use-users.ts";
import styles from "#web/settings/section.module.css";

/** Absent when nobody is awaited. */
export function InvitationsPanel() {
  const { invite } = useAllSpoken().words.people;
  const { data } = useQuery({ queryKey: INVITATIONS, queryFn: () => ask("listInvitations", {}) });
  if (!data || data.data.length === 0) return null;
  return (
    <Panel title={invite.pending} count={data.data.length} isFlush>
      <ul className={styles.rows}>
        {data.data.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Panel>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { locale, words } = useAllSpoken();
  const { invite, role } = words.people;
  const { timeZone } = useSurroundings();
  const client = useQueryClient();
  const report = useReport();
  const toasts = useToasts();
  const { email, name, teams, expiresAt } = invitation;
  const withdraw = useMutation({
    mutationFn: () => ask("withdrawInvitation", { params: { id: invitation.id } }),
    onSuccess: async () => {
      toasts.show({ text: invite.withdrawn({ email }) });
      await client.invalidateQueries({ queryKey: INVITATIONS });
    },
    onError: (error) => report(error, INVITATIONS),
  });
  const facts = [
    role[invitation.role],
    ...teams.map((team) => team.name),
    invite.expires({ day: formatInstant(expiresAt, locale, timeZone) }),
  ];
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{name === "" ? email : `${name} · ${email}`}</p>
        <p className={styles.hint}>{facts.join(" · ")}</p>
      </div>
      <Button
        size="small"
        look="quiet"
        label={invite.withdrawOf({ email })}
        onPress={() => withdraw.mutate()}
        isPending={withdraw.isPending}
      >
        {invite.withdraw}
      </Button>
    </li>
  );
}
