import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { foldText } from "#domain/shared/text.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { usePeople, useTeams } from "#web/app/me.ts";
import { rememberInverse } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { TagField } from "#web/kit/tag-field.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { DeleteTeamDialog } from "#web/people/delete-team-dialog.tsx";
import { AddEntry } from "#web/settings/add-entry.tsx";
import { Section } from "#web/settings/section.tsx";
import section from "#web/settings/section.module.css";
import styles from "#web/people/people.module.css";

const TEAMS = ["teams"];
type Team = Answer<"listTeams">["data"][number];

export function TeamsSection() {
  const { people, settings } = useAllWords();
  const teams = useTeams();
  return (
    <Section title={settings.section.teams} text={people.teams.text}>
      <Loaded query={teams} label={settings.loading}>
        {({ data }) => (
          <Panel title={people.teams.title} count={data.length} isFlush>
            {data.length === 0 && <p className={section.foot}>{people.teams.empty}</p>}
            <ul>
              {data.map((team) => (
                <TeamRow key={team.id} team={team} />
              ))}
            </ul>
            <AddEntry label={people.teams.add} verb="createTeam" queryKey={TEAMS} />
          </Panel>
        )}
      </Loaded>
    </Section>
  );
}

function useChangeTeam(team: Team) {
  const client = useQueryClient();
  const report = useReport();
  return useMutation({
    scope: { id: `team ${team.id}` },
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (error) => report(error, TEAMS),
    onSettled: () => Promise.all([TEAMS, ["people"], ["users"], ["me"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

function TeamRow({ team }: { team: Team }) {
  const { teams: say } = useAllWords().people;
  const change = useChangeTeam(team);
  const { id, name, version } = team;
  const [isLeaving, setIsLeaving] = useState(false);
  const edit = (body: { name?: string; memberIds?: string[] }) =>
    change.mutate(async () => {
      const saved = await ask("editTeam", { params: { id }, body }, { ifMatch: version });
      const before = { name, memberIds: team.members.map((member) => member.id) };
      rememberInverse(() => ask("editTeam", { params: { id }, body: before }, { ifMatch: saved.version }));
    });
  const remove = () => change.mutate(() => ask("deleteTeam", { params: { id } }, { ifMatch: version }));
  return (
    <li className={styles.team}>
      <div className={styles.teamName}>
        <InlineField
          label={say.name}
          value={name}
          onSave={(next) => next.trim() !== "" && edit({ name: next.trim() })}
          editor={({ draft, change: type }) => (
            <TextField label={say.name} hidesLabel value={draft} onChange={type} maxLength={80} autoFocus />
          )}
        >
          <b>{name}</b>
        </InlineField>
      </div>
      <div className={styles.members}>
        <MemberField team={team} onChange={(memberIds) => edit({ memberIds })} isSaving={change.isPending} />
      </div>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={say.actions({ name })} size="small" />}
        label={say.actions({ name })}
        onAction={() => setIsLeaving(true)}
        groups={[{ id: "acts", items: [{ id: "delete", label: say.delete, icon: Trash2, isDanger: true }] }]}
      />
      {isLeaving && <DeleteTeamDialog name={name} onClose={() => setIsLeaving(false)} onDelete={remove} />}
    </li>
  );
}

type MemberFieldProps = { team: Team; onChange: (memberIds: string[]) => void; isSaving: boolean };

function MemberField({ team, onChange, isSaving }: MemberFieldProps) {
  const { teams: say } = useAllWords().people;
  const people = usePeople();
  const [text, setText] = useState("");
  const options = (people.data?.data ?? []).filter(({ active }) => active).map(({ id, name }) => ({ id, label: name }));
  return (
    <TagField
      label={say.members({ name: team.name })}
      hidesLabel
      values={team.members.map(({ id, name }) => ({ id, label: name }))}
      onChange={(members) => onChange(members.map(({ id }) => id))}
      matches={options.filter(({ label }) => foldText(label).includes(foldText(text)))}
      onSearch={setText}
      isLoading={people.isPending}
      placeholder={say.memberPlaceholder}
      isSaving={isSaving}
    />
  );
}
