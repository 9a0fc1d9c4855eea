import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { TAG_LENGTH } from "#domain/tag/tags.ts";
import { ask } from "#web/api/api.ts";
import { nameProblem, problemText } from "#web/app/problem-text.ts";
import { useAllWords } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { TextField } from "#web/kit/text-field.tsx";
import type { EditableList } from "#web/settings/use-edit-list.ts";
import styles from "#web/settings/section.module.css";

type AddEntryProps = {
  label: string;
  verb: EditableList["create"] | "createCompetitor" | "createTeam" | "createTag";
  queryKey: readonly string[];
};

/** Enter adds, and waits for the next one. */
export function AddEntry({ label, verb, queryKey }: AddEntryProps) {
  const words = useAllWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const add = useMutation({
    mutationFn: () => ask(verb, { body: { name: name.trim() } }),
    onSuccess: async () => {
      setName("");
      setIsChecked(false);
      await client.invalidateQueries({ queryKey });
      input.current?.focus();
    },
  });
  function submit() {
    setIsChecked(true);
    if (name.trim() !== "") add.mutate();
  }
  const failure = add.error ? (nameProblem(add.error) ?? problemText(add.error, words)) : undefined;
  return (
    <form
      className={`${styles.foot} ${styles.inline}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={label}
        hidesLabel
        placeholder={label}
        className={styles.grow}
        value={name}
        onChange={(next) => {
          setName(next);
          add.reset();
        }}
        maxLength={verb === "createTag" ? TAG_LENGTH : 80}
        inputRef={input}
        error={isChecked && name.trim() === "" && !add.isSuccess ? words.common.required : failure}
      />
      <Button type="submit" isPending={add.isPending}>
        {words.settings.lists.add}
      </Button>
    </form>
  );
}
