import type { User } from "#contract/user.ts";
import { useWords } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Switch } from "#web/kit/switch.tsx";
import { Comparison } from "#web/people/comparison.tsx";
import { useLastAdministrator } from "#web/people/use-last-administrator.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type BeyondPanelProps = { user: User; users: readonly User[] };

const BEYOND = ["export", "costs", "users"] as const;

export function BeyondPanel({ user, users }: BeyondPanelProps) {
  const { user: say } = useWords().people;
  const edit = useEditUser(user.id);
  const refusalOf = useLastAdministrator(user, users);
  const without = refusalOf({ overrides: { ...user.overrides, users: false } });
  return (
    <Panel title={say.beyond} isFlush>
      {BEYOND.map((key) => {
        const isKept = key === "users" && user.rights.users && without !== undefined;
        return (
          <div key={key} className={classNames(styles.beyond, user.overrides[key] !== undefined && styles.different)}>
            <div>
              <p className={styles.name}>{say[key]}</p>
              <p className={styles.hint}>{isKept ? without : say[`${key}Hint`]}</p>
            </div>
            <Switch
              label={say[key]}
              hidesLabel
              stateWord={user.rights[key] ? say.on : say.off}
              isSelected={user.rights[key]}
              onChange={(isOn) => edit.mutate({ overrides: { ...user.overrides, [key]: isOn } })}
              {...(isKept ? { disabledReason: "" } : {})}
            />
            <Comparison user={user} right={key} disabledReason={isKept && !user.defaults.users ? without : undefined} />
          </div>
        );
      })}
    </Panel>
  );
}
