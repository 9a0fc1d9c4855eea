import { useState } from "react";
import type { View } from "#contract/view.ts";
import { useMe, useTeams } from "#web/app/me.ts";
import { useWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import { RadioGroup } from "#web/kit/radio-group.tsx";
import { Select } from "#web/kit/select.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import { useViewActs, useViewWords, type ViewDraft, type ViewState } from "#web/view/use-views.ts";
import styles from "#web/view/views-row.module.css";

type SaveViewDialogProps = {
  /** The one that is renamed or shared; else a new one is saved. */
  readonly view: View | undefined;
  readonly state: ViewState;
  readonly onClose: () => void;
  readonly onDone: (view: View) => void;
};

/** Its name, who sees it, and what it is for oneself. */
export function SaveViewDialog({ view, state, onClose, onDone }: SaveViewDialogProps) {
  const say = useViewWords();
  const words = useWords();
  const acts = useViewActs(state.resource);
  const [draft, setDraft] = useState<ViewDraft>(draftOf(view));
  const [isAsked, setIsAsked] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const set = (change: Partial<ViewDraft>): void => setDraft({ ...draft, ...change });
  const lacksTeam = draft.visibility === "team" && draft.teamId === null;
  const save = async (): Promise<void> => {
    setIsAsked(true);
    if (draft.name.trim() === "" || lacksTeam) return;
    setIsPending(true);
    const named = { ...draft, name: draft.name.trim() };
    const saved = await (view ? acts.rename(view, named) : acts.create(named, state));
    setIsPending(false);
    if (saved) onDone(saved);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={view ? say.editTitle : say.newTitle}
      actions={
        <>
          <Button look="primary" onPress={() => void save()} isPending={isPending}>
            {words.common.save}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={say.name}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={80}
          autoFocus
          error={isAsked && draft.name.trim() === "" ? say.nameRequired : undefined}
        />
        <Sharing draft={draft} set={set} error={isAsked && lacksTeam ? say.teamRequired : undefined} />
        <Checkbox label={words.view.opensFirst} isSelected={draft.isDefault} onChange={(isDefault) => set({ isDefault })} />
        <Checkbox label={words.view.pin} isSelected={draft.pinned} onChange={(pinned) => set({ pinned })} />
      </form>
    </Dialog>
  );
}

function draftOf(view: View | undefined): ViewDraft {
  if (!view) return { name: "", visibility: "mine", teamId: null, isDefault: false, pinned: true };
  const { name, visibility, teamId, isDefault, pinned } = view;
  return { name, visibility, teamId, isDefault, pinned };
}

type SharingProps = { readonly draft: ViewDraft; readonly set: (change: Partial<ViewDraft>) => void; readonly error: string | undefined };

/** Managers share with a team of theirs or everyone, administrators with any team; others keep views for themselves. */
function Sharing({ draft, set, error }: SharingProps) {
  const say = useViewWords();
  const { id, role } = useMe();
  const all = useTeams().data?.data ?? [];
  const teams = role === "administrator" ? all : all.filter(({ members }) => members.some((member) => member.id === id));
  const mayShare = role === "administrator" || role === "manager";
  if (!mayShare && draft.visibility === "mine") return null;
  return (
    <>
      <RadioGroup
        label={say.whoSees}
        value={draft.visibility}
        onChange={(visibility) => set({ visibility: visibility as ViewDraft["visibility"] })}
        options={[
          { id: "mine", label: say.onlyMe },
          { id: "team", label: say.aTeam, isDisabled: teams.length === 0 },
          { id: "everyone", label: say.everyone, hint: say.everyoneHint },
        ]}
      />
      {draft.visibility === "team" && (
        <Select
          label={say.team}
          options={teams.map(({ id: teamId, name }) => ({ id: teamId, label: name }))}
          value={draft.teamId}
          onChange={(teamId) => set({ teamId })}
          error={error}
        />
      )}
    </>
  );
}
