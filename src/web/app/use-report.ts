import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { ApiProblem } from "#web/api/api.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** Says why a change was refused; what somebody else changed meanwhile is fetched again. */
export function useReport(): (error: unknown, key: QueryKey) => void {
  const client = useQueryClient();
  const toasts = useToasts();
  const words = useWords();
  return (error, key) => {
    const field = error instanceof ApiProblem && error.code === "request.invalid" ? error.body.errors?.[0]?.detail : undefined;
    toasts.show({ text: field ?? problemText(error, words), kind: "error" });
    if (error instanceof ApiProblem && error.status >= 400) void client.invalidateQueries({ queryKey: key });
  };
}
