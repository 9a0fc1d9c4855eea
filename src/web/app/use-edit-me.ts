import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Me } from "#contract/me.ts";
import { ask } from "#web/api/api.ts";
import { ME } from "#web/app/me.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { useToasts } from "#web/kit/toast.tsx";

export type MyChange = Partial<Pick<Me, "name" | "language" | "theme" | "density" | "singleKeys">>;

/** Changes one's own preferences: seen at once, given back if the server refuses. */
export function useEditMe(): (change: MyChange) => void {
  const client = useQueryClient();
  const toasts = useToasts();
  const words = useWords();
  const { mutate } = useMutation({
    mutationFn: (body: MyChange) => ask("editMe", { body }),
    onMutate: (change) => {
      const before = client.getQueryData<Me>(ME);
      if (before) client.setQueryData<Me>(ME, { ...before, ...change });
      return before;
    },
    onSuccess: (me) => client.setQueryData<Me>(ME, me),
    onError: (error, _change, before) => {
      if (before) client.setQueryData<Me>(ME, before);
      toasts.show({ text: problemText(error, words), kind: "error" });
    },
  });
  return mutate;
}
