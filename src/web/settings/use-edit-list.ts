import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";

export type Entry = Answer<"listSources">["data"][number];

/** One of the agency's lists: where it is kept, and the verbs that change it. */
export type EditableList = {
  readonly key: readonly string[];
  readonly create: "createClientKind" | "createSource" | "createLostReason";
  readonly edit: "editClientKind" | "editSource" | "editLostReason";
  readonly remove: "deleteClientKind" | "deleteSource" | "deleteLostReason";
};

export const LISTS = {
  clientKinds: { key: ["client-kinds"], create: "createClientKind", edit: "editClientKind", remove: "deleteClientKind" },
  sources: { key: ["sources"], create: "createSource", edit: "editSource", remove: "deleteSource" },
  lostReasons: { key: ["lost-reasons"], create: "createLostReason", edit: "editLostReason", remove: "deleteLostReason" },
} as const satisfies Record<string, EditableList>;

type EditList = {
  readonly change: (entry: Entry, change: { readonly name?: string; readonly position?: number }) => void;
  readonly remove: (entry: Entry) => void;
};

export function useEditList(list: EditableList): EditList {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const { deleted } = useAllWords().settings.lists;
  const { mutate } = useMutation({
    scope: { id: list.key.join() },
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: (error) => report(error, list.key),
    onSettled: () => client.invalidateQueries({ queryKey: list.key }),
  });
  return {
    change: ({ id, version }, body) => mutate(() => ask(list.edit, { params: { id }, body }, { ifMatch: version })),
    remove: ({ id, version, name }) =>
      mutate(async () => {
        await ask(list.remove, { params: { id } }, { ifMatch: version });
        offerUndo(deleted({ name }));
      }),
  };
}
