import { useState } from "react";
import type { User } from "#contract/user.ts";
import { useUndo } from "#web/app/undo.ts";
import { useAllWords } from "#web/app/words.ts";
import { Avatar } from "#web/kit/avatar.tsx";
import { Button } from "#web/kit/button.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useToasts } from "#web/kit/toast.tsx";
import { DeactivateDialog } from "#web/people/deactivate-dialog.tsx";
import { useUserRefusal } from "#web/people/use-user-refusal.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type UserHeaderProps = { user: User; users: readonly User[] };

export function UserHeader({ user, users }: UserHeaderProps) {
  const { people } = useAllWords();
  const edit = useEditUser(user.id);
  const { offerUndo } = useUndo();
  const toasts = useToasts();
  const refusal = useUserRefusal(user, users)({ active: !user.active });
  const [isLeaving, setIsLeaving] = useState(false);
  function deactivate(heir: string | undefined) {
    const text = people.user.deactivated({ name: user.name });
    const change = heir === undefined ? { active: false } : { active: false, giveOpportunitiesTo: heir };
    edit.mutate(change, { onSuccess: () => (heir === undefined ? offerUndo(text) : toasts.show({ text })) });
    setIsLeaving(false);
  }
  return (
    <header className={styles.header}>
      <Avatar name={user.name} size={44} isDecorative />
      <div className={styles.identity}>
        <h1>{user.name}</h1>
        <p className={styles.email}>{user.email}</p>
      </div>
      {!user.active && <Pill kind="warning">{people.user.inactive}</Pill>}
      {user.active ? (
        <Button look="danger" disabledReason={refusal} onPress={() => setIsLeaving(true)}>
          {people.user.deactivate}
        </Button>
      ) : (
        <Button disabledReason={refusal} onPress={() => edit.mutate({ active: true })} isPending={edit.isPending}>
          {people.user.reactivate}
        </Button>
      )}
      {isLeaving && <DeactivateDialog user={user} users={users} onClose={() => setIsLeaving(false)} onDeactivate={deactivate} />}
    </header>
  );
}
