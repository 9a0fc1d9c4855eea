import { RotateCcw } from "lucide-react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { User } from "#contract/user.ts";
import { MODULES, RIGHTS, type Module } from "#domain/shared/actor.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Comparison } from "#web/people/comparison.tsx";
import { useUserRefusal } from "#web/people/use-user-refusal.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type RightsPanelProps = { user: User; users: readonly User[] };

/** One radio group per module; what differs from the role is marked, said in words, and can be reset. */
export function RightsPanel({ user, users }: RightsPanelProps) {
  const { people } = useAllWords();
  const { user: say } = people;
  const edit = useEditUser(user.id);
  const refusal = useUserRefusal(user, users)({ overrides: {} });
  const role = people.role[user.role];
  const different = Object.keys(user.overrides).length;
  const resetAll = different > 0 && (
    <Button
      size="small"
      look="quiet"
      icon={<Icon of={RotateCcw} />}
      disabledReason={refusal}
      onPress={() => edit.mutate({ overrides: {} })}
    >
      {say.resetAll({ role })}
    </Button>
  );
  const count = different === 0 ? undefined : say.differ({ count: different, role });
  return (
    <Panel title={say.rights} count={count} action={resetAll || undefined} isFlush>
      <div aria-hidden className={styles.heads}>
        <span>{say.module}</span>
        {RIGHTS.map((right) => (
          <span key={right} className={styles.right}>
            {people.right[right]}
          </span>
        ))}
        <span>{say.compared({ role })}</span>
      </div>
      {MODULES.map((module) => (
        <ModuleRow key={module} user={user} users={users} module={module} />
      ))}
    </Panel>
  );
}

function ModuleRow({ user, users, module }: RightsPanelProps & { module: Module }) {
  const { people } = useAllWords();
  const edit = useEditUser(user.id);
  const refusalOf = useUserRefusal(user, users);
  const { [module]: _set, ...others } = user.overrides;
  const isDifferent = user.overrides[module] !== undefined;
  return (
    <RadioGroup
      aria-label={people.module[module]}
      orientation="horizontal"
      value={user.rights[module]}
      onChange={(id) => edit.mutate({ overrides: { ...user.overrides, [module]: id } })}
      className={classNames(styles.module, isDifferent && styles.different)}
    >
      <span>
        <span className={styles.name}>{people.module[module]}</span>
        <span className={styles.note}>{people.moduleNote[module]}</span>
      </span>
      {RIGHTS.map((right) => (
        <Radio
          key={right}
          value={right}
          isDisabled={right !== user.rights[module] && refusalOf({ overrides: { ...others, [module]: right } }) !== undefined}
          className={styles.cell ?? ""}
        >
          <span aria-hidden className={styles.mark} />
          <span className={styles.short}>{people.right[right]}</span>
        </Radio>
      ))}
      <span className={styles.compared}>
        <Comparison user={user} right={module} disabledReason={refusalOf({ overrides: others })} />
      </span>
    </RadioGroup>
  );
}
