import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { settleSessions } from "#web/quote/use-sheet-session.ts";
import { QUOTES, refreshOthers, versionKey, type QuoteVersion } from "#web/quote/use-quote.ts";

const QuoteDialogs = lazy(async () => ({ default: (await import("#web/quote/quote-dialogs.tsx")).QuoteDialogs }));

export type QuoteQuestion = { readonly kind: "decline" | "template" | "rename" | "rates" | "replace"; readonly version: QuoteVersion };

export type QuoteActs = ReturnType<typeof useQuoteActs>;

/** The verbs of a quote: done at once, with the way back; what needs an answer first asks in a dialog. */
export function useQuoteActs() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const report = useReport();
  const { offerUndo } = useUndo();
  const { words } = useAllSpoken();
  const say = words.quoting.told;
  const [question, setQuestion] = useState<QuoteQuestion>();
  const attempt = async (run: () => Promise<unknown>): Promise<boolean> => {
    try {
      await settleSessions();
      await run();
      return true;
    } catch (error) {
      report(error, QUOTES);
      return false;
    }
  };
  /** A verb that answers with the version as it is now. */
  const verb = (told: string, version: QuoteVersion, asking: () => Promise<QuoteVersion>) =>
    attempt(async () => {
      const now = await asking();
      client.setQueryData(versionKey(version.quote.id, version.number), now);
      refreshOthers(client);
      offerUndo(told);
    });
  /** What was typed last may have been saved since the version was drawn. */
  const ifMatch = (version: QuoteVersion) => {
    const now = client.getQueryData<QuoteVersion>(versionKey(version.quote.id, version.number));
    return { ifMatch: now?.version ?? version.version };
  };
  const paramsOf = (version: QuoteVersion) => ({ params: { id: version.quote.id, number: version.number } });
  const open = (id: string, version: number) => navigate({ to: "/quotes/$id", params: { id }, search: { version } });
  const named = (version: QuoteVersion) => ({ number: version.quote.number, version: version.number });
  const accept = async (version: QuoteVersion, replace = false): Promise<void> => {
    try {
      await settleSessions();
      const now = await ask("acceptQuote", { ...paramsOf(version), body: { replace } }, ifMatch(version));
      client.setQueryData(versionKey(version.quote.id, version.number), now);
      refreshOthers(client);
      offerUndo(say.accepted(named(version)));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "quote.otherAccepted") setQuestion({ kind: "replace", version });
      else report(error, QUOTES);
    }
  };
  return {
    send: (version: QuoteVersion) => verb(say.sent(named(version)), version, () => ask("sendQuote", paramsOf(version), ifMatch(version))),
    choose: (version: QuoteVersion) =>
      verb(say.chosen(named(version)), version, () => ask("chooseQuote", { ...paramsOf(version), body: {} }, ifMatch(version))),
    unchoose: (version: QuoteVersion) => verb(say.unchosen(named(version)), version, () => ask("unchooseQuote", paramsOf(version))),
    accept,
    unaccept: (version: QuoteVersion) => verb(say.unaccepted(named(version)), version, () => ask("unacceptQuote", paramsOf(version))),
    decline: (version: QuoteVersion, reason: string | null) =>
      verb(say.declined(named(version)), version, () => ask("declineQuote", { ...paramsOf(version), body: { reason } })),
    ...copying({ attempt, open, client }),
    remove: (version: QuoteVersion) =>
      attempt(async () => {
        await ask("deleteQuote", { params: { id: version.quote.id } }, { ifMatch: version.quote.version });
        offerUndo(say.removed({ number: version.quote.number }));
        refreshOthers(client);
        const { opportunity } = version.quote;
        await (opportunity
          ? navigate({ to: "/opportunities/$id", params: { id: opportunity.id }, search: { tab: "quotes" } })
          : navigate({ to: "/quotes" }));
      }),
    restore: (id: string) =>
      attempt(async () => {
        await ask("restoreQuote", { params: { id } });
        await client.invalidateQueries({ queryKey: QUOTES });
      }),
    rename: (version: QuoteVersion, name: string) =>
      attempt(async () => {
        await ask("editQuote", { params: { id: version.quote.id }, body: { name } }, { ifMatch: version.quote.version });
        await client.invalidateQueries({ queryKey: QUOTES });
      }),
    saveTemplate: (version: QuoteVersion, body: { readonly name: string; readonly description: string | null }) =>
      attempt(async () => {
        await ask("createQuoteTemplate", { body: { ...body, quoteId: version.quote.id, number: version.number } });
        await client.invalidateQueries({ queryKey: [...QUOTES, "templates"] });
        offerUndo(say.template({ name: body.name }));
      }),
    refreshRates: (version: QuoteVersion) =>
      attempt(async () => {
        await ask("refreshQuoteRates", { ...paramsOf(version), body: { dry: false } });
        await client.invalidateQueries({ queryKey: versionKey(version.quote.id, version.number) });
        offerUndo(say.rates);
      }),
    ...asking(setQuestion),
    question,
    close: () => setQuestion(undefined),
  };
}

type Copying = {
  readonly attempt: (run: () => Promise<unknown>) => Promise<boolean>;
  readonly open: (id: string, version: number) => Promise<void>;
  readonly client: QueryClient;
};

/** What makes another version or another quote, which then opens. */
function copying({ attempt, open, client }: Copying) {
  return {
    newVersion: (version: QuoteVersion) =>
      attempt(async () => {
        const made = await ask("addQuoteVersion", { params: { id: version.quote.id }, body: { from: version.number } });
        refreshOthers(client);
        await open(made.quote.id, made.number);
      }),
    duplicate: (version: QuoteVersion) =>
      attempt(async () => {
        const from = { quoteId: version.quote.id, version: version.number };
        const opportunityId = version.quote.opportunity?.id;
        const made = await ask("createQuote", { body: { from, ...(opportunityId === undefined ? {} : { opportunityId }) } });
        refreshOthers(client);
        await open(made.quote.id, made.number);
      }),
  };
}

/** What needs an answer first. */
function asking(pose: (question: QuoteQuestion) => void) {
  return {
    askDecline: (version: QuoteVersion) => pose({ kind: "decline", version }),
    askTemplate: (version: QuoteVersion) => pose({ kind: "template", version }),
    askRename: (version: QuoteVersion) => pose({ kind: "rename", version }),
    askRates: (version: QuoteVersion) => pose({ kind: "rates", version }),
  };
}

/** What is asked before it is done. */
export function QuoteQuestions({ acts }: { acts: QuoteActs }): ReactNode {
  return <Suspense fallback={null}>{acts.question && <QuoteDialogs acts={acts} question={acts.question} />}</Suspense>;
}
