import { useState } from "react";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Button } from "#web/kit/button.tsx";
import { formatInstant, formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { InvitationsPanel } from "#web/people/invitations-panel.tsx";
import { InviteDialog } from "#web/people/invite-dialog.tsx";
import { useUsers } from "#web/people/use-users.ts";
import { Section } from "#web/settings/section.tsx";
import type { Answer } from "#web/api/api.ts";
import section from "#web/settings/section.module.css";
import table from "#web/kit/table-look.module.css";
import styles from "#web/people/people.module.css";

type User = Answer<"listUsers">["data"][number];

export function PeopleSection() {
  const { words } = useAllSpoken();
  const { people, settings } = words;
  const users = useUsers();
  const [isInviting, setIsInviting] = useState(false);
  const invite = (
    <Button look="primary" onPress={() => setIsInviting(true)}>
      {people.invite.button}
    </Button>
  );
  return (
    <Section title={settings.section.people} action={invite}>
      <Loaded query={users} label={settings.loading}>
        {({ data }) => (
          <Panel title={people.list.title} count={data.length} isFlush>
            <div className={section.scroll} tabIndex={0} role="region" aria-label={people.list.title}>
              <UserTable users={data} />
            </div>
          </Panel>
        )}
      </Loaded>
      <InvitationsPanel />
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </Section>
  );
}

function UserTable({ users }: { users: readonly User[] }) {
  const { list } = useAllSpoken().words.people;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{list.name}</th>
          <th scope="col" className={styles.wide}>
            {list.role}
          </th>
          <th scope="col" className={styles.wide}>
            {list.teams}
          </th>
          <th scope="col" className={`${styles.wide} ${table.figures}`}>
            {list.open}
          </th>
          <th scope="col" className={styles.wide}>
            {list.lastSeen}
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </tbody>
    </table>
  );
}

function UserRow({ user }: { user: User }) {
  const { locale, words } = useAllSpoken();
  const { list, role } = words.people;
  const { timeZone } = useSurroundings();
  const me = useMe();
  const different = Object.keys(user.overrides).length;
  const standing = (
    <span className={styles.pills}>
      {role[user.role]}
      {different > 0 && <Pill kind="accent">{list.differs({ count: different })}</Pill>}
      {!user.active && <Pill kind="warning">{list.inactive}</Pill>}
    </span>
  );
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <Avatar name={user.name} size={28} isDecorative />
          <span>
            <Link href={`/settings/people/${user.id}`} look="name">
              {user.name}
            </Link>
            {user.id === me.id && <span className={section.quiet}> ({list.you})</span>}
            <span className={styles.email}>{user.email}</span>
            <span className={styles.narrow}>{standing}</span>
          </span>
        </span>
      </th>
      <td className={styles.wide}>{standing}</td>
      <td className={styles.wide}>{user.teams.map((team) => team.name).join(", ") || "–"}</td>
      <td className={`${styles.wide} ${table.figures}`}>{formatNumber(user.openOpportunities, locale)}</td>
      <td className={styles.wide}>{user.lastSeenAt ? formatInstant(user.lastSeenAt, locale, timeZone) : list.never}</td>
    </tr>
  );
}
