import { useState } from "react";
import { foldText } from "#domain/shared/text.ts";
import { useTeams } from "#web/app/me.ts";
import type { FieldProps } from "#web/kit/field.tsx";
import type { Option } from "#web/kit/option.ts";
import { TagField } from "#web/kit/tag-field.tsx";

type TeamFieldProps = FieldProps & { values: readonly Option[]; onChange: (teams: Option[]) => void; placeholder?: string };

export function TeamField(props: TeamFieldProps) {
  const teams = useTeams();
  const [text, setText] = useState("");
  const options = (teams.data?.data ?? []).map(({ id, name }) => ({ id, label: name }));
  const matches = options.filter(({ label }) => foldText(label).includes(foldText(text)));
  return <TagField {...props} matches={matches} onSearch={setText} isLoading={teams.isPending} />;
}
