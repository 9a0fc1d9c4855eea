import type { User } from "#contract/user.ts";
import { useAllWords } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { Panel } from "#web/kit/panel.tsx";
import { Switch } from "#web/kit/switch.tsx";
import { Comparison } from "#web/people/comparison.tsx";
import { useUserRefusal } from "#web/people/use-user-refusal.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type BeyondPanelProps = { user: User; users: readonly User[] };

const BEYOND = ["export", "costs", "users"] as const;

export function BeyondPanel({ user, users }: BeyondPanelProps) {
  const { user: say } = useAllWords().people;
  const edit = useEditUser(user.id);
  const refusalOf = useUserRefusal(user, users);
  return (
    <Panel title={say.beyond} isFlush>
      {BEYOND.map((key) => {
        const refusal = refusalOf({ overrides: { ...user.overrides, [key]: !user.rights[key] } });
        const { [key]: _set, ...others } = user.overrides;
        return (
          <div key={key} className={classNames(styles.beyond, user.overrides[key] !== undefined && styles.different)}>
            <div>
              <p className={styles.name}>{say[key]}</p>
              <p className={styles.hint}>{refusal ?? say[`${key}Hint`]}</p>
            </div>
            <Switch
              label={say[key]}
              hidesLabel
              stateWord={user.rights[key] ? say.on : say.off}
              isSelected={user.rights[key]}
              onChange={(isOn) => edit.mutate({ overrides: { ...user.overrides, [key]: isOn } })}
              {...(refusal === undefined ? {} : { disabledReason: "" })}
            />
            <Comparison user={user} right={key} disabledReason={refusalOf({ overrides: others })} />
          </div>
        );
      })}
    </Panel>
  );
}
