import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { showsCosts } from "#domain/quote/seen-sheet.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { holdUnsaved } from "#web/kit/unsaved.ts";
import { SheetSession, type BatchAnswer, type Overtaking, type SaveBatch, type SessionState } from "#web/quote/sheet-session.ts";
import { refreshOthers, versionKey, type QuoteVersion } from "#web/quote/use-quote.ts";

/** Those that are open: what was typed is saved before a verb acts on the version. */
const open = new Set<SheetSession>();

export async function settleSessions(): Promise<void> {
  await Promise.all([...open].map((session) => session.settle()));
}

export type Session = { readonly session: SheetSession; readonly state: SessionState };

/** The version as it is worked on: what others save comes in by itself, what is typed is saved as one types. */
export function useSheetSession(version: QuoteVersion): Session {
  const client = useQueryClient();
  const report = useReport();
  const [session] = useState(
    () =>
      new SheetSession(
        { sheet: shownSheet(version), version: version.version },
        {
          save: savingTo(version, client),
          onError: (error) => report(error, versionKey(version.quote.id, version.number)),
          now: () => Date.now(),
        },
      ),
  );
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => session.take({ sheet: shownSheet(version), version: version.version }, overtakerOf(version)), [session, version]);
  useEffect(() => (state.status === "unsaved" ? holdUnsaved() : undefined), [state.status]);
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (session.state().status !== "saved") event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: BeforeUnloadEvent): void => warn(event);
    window.addEventListener("beforeunload", listen);
    open.add(session);
    return () => {
      open.delete(session);
      window.removeEventListener("beforeunload", listen);
      void session.flush();
    };
  }, [session]);
  return { session, state };
}

function savingTo({ quote, number }: QuoteVersion, client: QueryClient): SaveBatch {
  const key = versionKey(quote.id, number);
  return async (edits) => {
    try {
      const saved = await ask("editQuoteVersion", { params: { id: quote.id, number }, body: { edits: [...edits] } });
      client.setQueryData(key, saved);
      refreshOthers(client);
      return { saved: { sheet: shownSheet(saved), version: saved.version } };
    } catch (error) {
      const overtaken = overtakenBy(error);
      if (!overtaken) throw error;
      client.setQueryData(key, overtaken.current);
      return {
        overtaken: { sheet: shownSheet(overtaken.current), version: overtaken.current.version },
        by: overtaken.by,
      } satisfies BatchAnswer;
    }
  };
}

function overtakenBy(error: unknown): { readonly current: QuoteVersion; readonly by: Overtaking | undefined } | undefined {
  if (!(error instanceof ApiProblem) || error.code !== "quote.conflict") return undefined;
  const { current } = error.body as { readonly current?: QuoteVersion };
  return current && { current, by: overtakerOf(current) };
}

/** Who saved it last. */
function overtakerOf({ updatedBy, updatedAt }: QuoteVersion): Overtaking {
  return { name: updatedBy.name, at: updatedAt };
}

/** What one may not see stands there as nothing: no column shows it, no edit touches it. */
export function shownSheet({ sheet }: Pick<QuoteVersion, "sheet">): QuoteSheet {
  const seen = sheet as Parameters<typeof showsCosts>[0];
  if (showsCosts(seen)) return seen;
  return { ...seen, bufferPercent: "0", lines: seen.lines.map((line) => ({ ...line, unitCost: line.unitCost ?? "0" })) };
}
