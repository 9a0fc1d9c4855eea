import { useParams } from "@tanstack/react-router";
import type { User } from "#contract/user.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useMe } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import { Link } from "#web/kit/link.tsx";
import { NoRight } from "#web/kit/no-right.tsx";
import { BeyondPanel } from "#web/people/beyond-panel.tsx";
import { ChangesPanel } from "#web/people/changes-panel.tsx";
import { RightsPanel } from "#web/people/rights-panel.tsx";
import { SeesPanel } from "#web/people/sees-panel.tsx";
import { SignInPanel } from "#web/people/sign-in-panel.tsx";
import { UserFields } from "#web/people/user-fields.tsx";
import { UserHeader } from "#web/people/user-header.tsx";
import { useUser } from "#web/people/use-users.ts";
import { SettingsFrame } from "#web/settings/settings-frame.tsx";
import styles from "#web/people/user-page.module.css";

/** One user: role, teams, and every right beside what the role gives by itself. */
export function UserPage() {
  const { people, settings, common } = useAllWords();
  const me = useMe();
  const { id } = useParams({ from: "/frame/settings/people/$id" });
  const { query, user } = useUser(id);
  useDocumentTitle(user?.name ?? settings.section.people);
  return (
    <SettingsFrame current="people" hasHeading={user !== undefined}>
      {me.rights.users ? (
        <Loaded query={query} label={people.user.loading}>
          {({ data }) => (user ? <UserColumns user={user} users={data} /> : <NoRight title={common.notFound} />)}
        </Loaded>
      ) : (
        <NoRight title={settings.missing}>{me.administrators.join(", ")}</NoRight>
      )}
    </SettingsFrame>
  );
}

function UserColumns({ user, users }: { user: User; users: readonly User[] }) {
  const { settings } = useAllWords();
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <p className={styles.path}>
          <Link href="/settings/people" look="quiet">
            {settings.section.people}
          </Link>{" "}
          / {user.name}
        </p>
        <UserHeader user={user} users={users} />
        <UserFields user={user} users={users} />
        <RightsPanel user={user} users={users} />
        <BeyondPanel user={user} users={users} />
      </div>
      <aside className={styles.aside}>
        <SeesPanel user={user} />
        <ChangesPanel userId={user.id} />
        <SignInPanel user={user} />
      </aside>
    </div>
  );
}
