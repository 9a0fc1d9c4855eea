import { useWords } from "#web/app/words.ts";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { Select } from "#web/kit/select.tsx";

const NONE = "none";

type RoleSelectProps = {
  readonly roles: readonly LinkRole[];
  readonly value: LinkRole | null;
  readonly onChange: (role: LinkRole | null) => void;
};

/** What somebody is at a client; none is an answer. */
export function RoleSelect({ roles, value, onChange }: RoleSelectProps) {
  const say = useWords().contact;
  return (
    <Select
      label={say.roleLabel}
      isOptional
      options={[{ id: NONE, label: say.noRole }, ...roles.map((id) => ({ id, label: say.role[id] }))]}
      value={value ?? NONE}
      onChange={(id) => onChange(roles.find((role) => role === id) ?? null)}
    />
  );
}
