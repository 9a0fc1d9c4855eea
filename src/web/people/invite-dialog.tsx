import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALES, ROLES, type Locale, type Role } from "#domain/shared/actor.ts";
import { ApiProblem, ask, type Answer } from "#web/api/api.ts";
import { Form } from "#web/app/form.tsx";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { useMe } from "#web/app/me.ts";
import { SecretOnce } from "#web/app/secret-once.tsx";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { TeamField } from "#web/people/team-field.tsx";
import { useRolesToGive } from "#web/people/use-user-refusal.ts";
import { INVITATIONS } from "#web/people/use-users.ts";

const LANGUAGES = LOCALES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }));

type Draft = { readonly email: string; readonly name: string; readonly role: Role; readonly teams: Option[]; readonly language: Locale };

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { people, access } = useAllWords();
  const { workspace } = useMe();
  const client = useQueryClient();
  const given = useRolesToGive();
  const [draft, setDraft] = useState<Draft>({
    email: "",
    name: "",
    role: given.find((role) => role === "seller") ?? given.at(-1) ?? "reader",
    teams: [],
    language: workspace.language,
  });
  const [isChecked, setIsChecked] = useState(false);
  const invite = useMutation({
    mutationFn: () => {
      const { email, name, role, teams, language } = draft;
      return ask("invite", { body: { email: email.trim(), name: name.trim(), role, teamIds: teams.map(({ id }) => id), language } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: INVITATIONS }),
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const isAddress = /^\S+@\S+\.\S+$/.test(draft.email.trim());
  function submit() {
    setIsChecked(true);
    if (isAddress) invite.mutate();
  }
  if (invite.data) return <LinkDialog invitation={invite.data} onClose={onClose} />;
  const problem = invite.error instanceof ApiProblem ? invite.error : undefined;
  const emailError =
    isChecked && !isAddress ? access.emailInvalid : problem?.code === "email.taken" ? problem.message : problem?.fieldError("email");
  return (
    <Dialog isOpen onClose={onClose} title={people.invite.title}>
      <Form
        onSubmit={submit}
        failure={problem?.code === "email.taken" ? undefined : invite.error}
        fields={["email", "name", "teamIds"]}
        actions={
          <Button look="primary" type="submit" isPending={invite.isPending}>
            {people.invite.submit}
          </Button>
        }
      >
        <TextField
          label={people.invite.email}
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => set({ email })}
          error={emailError}
          autoFocus
        />
        <TextField
          label={people.invite.name}
          isOptional
          autoComplete="off"
          value={draft.name}
          onChange={(name) => set({ name })}
          error={problem?.fieldError("name")}
        />
        <RadioGroup
          label={people.invite.role}
          options={ROLES.map((id) => {
            const isMine = given.includes(id);
            return { id, label: people.role[id], hint: isMine ? people.roleHint[id] : people.user.beyondOwn, isDisabled: !isMine };
          })}
          value={draft.role}
          onChange={(id) => set({ role: ROLES.find((role) => role === id) ?? draft.role })}
        />
        <TeamField
          label={people.invite.teams}
          isOptional
          values={draft.teams}
          onChange={(teams) => set({ teams })}
          placeholder={people.user.teamsPlaceholder}
          error={problem?.fieldError("teamIds")}
        />
        <Select
          label={people.invite.language}
          options={LANGUAGES}
          value={draft.language}
          onChange={(id) => set({ language: LOCALES.find((one) => one === id) ?? draft.language })}
        />
      </Form>
    </Dialog>
  );
}

function LinkDialog({ invitation, onClose }: { invitation: Answer<"invite">; onClose: () => void }) {
  const { people, common } = useAllWords();
  const { invite } = people;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={invite.linkTitle({ email: invitation.email })}
      actions={<Button onPress={onClose}>{common.close}</Button>}
    >
      <p>
        {invite.once} {invitation.mailed ? invite.mailed : invite.notMailed}
      </p>
      <SecretOnce label={invite.link} secret={invitation.link} />
    </Dialog>
  );
}
