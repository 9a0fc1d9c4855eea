import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { QUOTES, refreshOthers } from "#web/quote/use-quote.ts";

export type NewQuote = Parameters<typeof ask<"createQuote">>[1]["body"];

/** Made, it opens. */
export function useCreateQuote(onMade?: () => void): (body: NewQuote) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const report = useReport();
  return async (body) => {
    try {
      const made = await ask("createQuote", { body });
      refreshOthers(client);
      onMade?.();
      await navigate({ to: "/quotes/$id", params: { id: made.quote.id }, search: { version: made.number } });
    } catch (error) {
      report(error, QUOTES);
    }
  };
}
