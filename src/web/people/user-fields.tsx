import { useState } from "react";
import type { User } from "#contract/user.ts";
import { ROLES, SCOPES, type Role } from "#domain/shared/actor.ts";
import { realOverrides } from "#domain/user/rights.ts";
import { useAllWords } from "#web/app/words.ts";
import { Segmented } from "#web/kit/segmented.tsx";
import { Select } from "#web/kit/select.tsx";
import { RoleDialog } from "#web/people/role-dialog.tsx";
import { TeamField } from "#web/people/team-field.tsx";
import { useUserRefusal } from "#web/people/use-user-refusal.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type UserFieldsProps = { user: User; users: readonly User[] };

export function UserFields({ user, users }: UserFieldsProps) {
  const { people } = useAllWords();
  const { user: say } = people;
  const edit = useEditUser(user.id);
  const refusalOf = useUserRefusal(user, users);
  const [wanted, setWanted] = useState<Role>();
  const roles = ROLES.map((id) => {
    const refusal = id === user.role ? undefined : refusalOf({ role: id }) && refusalOf({ role: id, overrides: {} });
    return { id, label: people.role[id], detail: refusal ?? people.roleHint[id], isDisabled: refusal !== undefined };
  });
  function choose(id: string) {
    const role = ROLES.find((one) => one === id);
    if (!role || role === user.role) return;
    if (Object.keys(realOverrides(role, user.overrides)).length > 0) setWanted(role);
    else edit.mutate({ role, overrides: {} });
  }
  return (
    <div className={styles.fields}>
      <Select label={say.role} options={roles} value={user.role} onChange={choose} />
      <TeamField
        label={say.teams}
        values={user.teams.map(({ id, name }) => ({ id, label: name }))}
        onChange={(teams) => edit.mutate({ teamIds: teams.map(({ id }) => id) })}
        placeholder={say.teamsPlaceholder}
        isSaving={edit.isPending && edit.variables.teamIds !== undefined}
      />
      <div>
        <span className={styles.label}>{say.scope}</span>
        <Segmented
          label={say.scope}
          size="normal"
          options={SCOPES.map((id) => ({
            id,
            label: people.scope[id],
            isDisabled: id !== user.rights.scope && refusalOf({ overrides: { ...user.overrides, scope: id } }) !== undefined,
          }))}
          value={user.rights.scope}
          onChange={(id) => edit.mutate({ overrides: { ...user.overrides, scope: SCOPES.find((one) => one === id) ?? user.rights.scope } })}
        />
      </div>
      {wanted && (
        <RoleDialog
          user={user}
          role={wanted}
          refusalOf={refusalOf}
          onClose={() => setWanted(undefined)}
          onChoose={(overrides) => {
            edit.mutate({ role: wanted, overrides });
            setWanted(undefined);
          }}
        />
      )}
    </div>
  );
}
