import { RotateCcw } from "lucide-react";
import type { User } from "#contract/user.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { rightName, rightValue, type RightKey } from "#web/people/describe-overrides.ts";
import { useEditUser } from "#web/people/use-users.ts";
import styles from "#web/people/user-page.module.css";

type ComparisonProps = { user: User; right: RightKey; disabledReason?: string | undefined };

/** "same", or what the role gives by itself, with the way back to it. */
export function Comparison({ user, right, disabledReason }: ComparisonProps) {
  const { people } = useAllWords();
  const { user: say } = people;
  const edit = useEditUser(user.id);
  if (user.overrides[right] === undefined) return <span className={styles.same}>{say.same}</span>;
  const { [right]: _dropped, ...others } = user.overrides;
  const given = say.default({ role: people.role[user.role], right: rightValue(user.defaults[right], people) });
  return (
    <span className={styles.comparison}>
      {given}
      <Button
        size="small"
        look="quiet"
        icon={<Icon of={RotateCcw} size={14} />}
        label={say.resetOf({ what: rightName(right, people) })}
        onPress={() => edit.mutate({ overrides: others })}
        disabledReason={disabledReason}
      >
        {say.reset}
      </Button>
    </span>
  );
}
