import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Tag } from "#contract/tag.ts";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { TAGS } from "#web/tag/use-tags.ts";

/** Each is shown on every record at once, and can be taken back. */
export function useEditTag({ id, version, name }: Tag) {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const { settings: say } = useAllWords().tag;
  const { mutate, mutateAsync, isPending } = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: (error) => report(error, TAGS),
    // Records show tags by their names.
    onSettled: () => client.invalidateQueries(),
  });
  return {
    isPending,
    rename: (next: string) => mutate(() => ask("editTag", { params: { id }, body: { name: next } }, { ifMatch: version })),
    remove: () =>
      mutate(async () => {
        await ask("deleteTag", { params: { id } }, { ifMatch: version });
        offerUndo(say.deleted({ name }));
      }),
    merge: (into: { readonly id: string; readonly name: string }) =>
      mutateAsync(async () => {
        await ask("mergeTag", { params: { id }, body: { intoId: into.id } });
        offerUndo(say.merged({ name, into: into.name }));
      }),
  };
}
