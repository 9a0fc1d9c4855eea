import { useState } from "react";
import type { User } from "#contract/user.ts";
import type { Role } from "#domain/shared/actor.ts";
import { realOverrides, type RightOverrides } from "#domain/user/rights.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { overridesText } from "#web/people/describe-overrides.ts";

type RoleDialogProps = {
  user: User;
  role: Role;
  refusalOf: (change: { role: Role; overrides: RightOverrides }) => string | undefined;
  onClose: () => void;
  onChoose: (overrides: RightOverrides) => void;
};

/** Rights set one by one: kept or dropped with the new role, both results said. */
export function RoleDialog({ user, role, refusalOf, onClose, onChoose }: RoleDialogProps) {
  const { people, common } = useAllWords();
  const { user: say } = people;
  const kept = realOverrides(role, user.overrides);
  const refusals = { keep: refusalOf({ role, overrides: kept }), drop: refusalOf({ role, overrides: {} }) };
  const [choice, setChoice] = useState<"keep" | "drop">(refusals.keep === undefined ? "keep" : "drop");
  const name = people.role[role];
  const keepHint = say.keepHint({ list: overridesText(kept, people), role: name });
  const actions = (
    <>
      <Button look="primary" onPress={() => onChoose(choice === "keep" ? kept : {})}>
        {say.apply}
      </Button>
      <Button look="quiet" onPress={onClose}>
        {common.cancel}
      </Button>
    </>
  );
  const title = say.roleTitle({ from: people.role[user.role], to: name });
  return (
    <Dialog isOpen onClose={onClose} title={title} actions={actions}>
      <RadioGroup
        label={say.rights}
        look="cards"
        value={choice}
        onChange={(id) => setChoice(id === "drop" ? "drop" : "keep")}
        options={[
          { id: "keep", label: say.keep, hint: refusals.keep ?? keepHint, isDisabled: refusals.keep !== undefined },
          { id: "drop", label: say.drop, hint: refusals.drop ?? say.dropHint({ role: name }), isDisabled: refusals.drop !== undefined },
        ]}
      />
    </Dialog>
  );
}
