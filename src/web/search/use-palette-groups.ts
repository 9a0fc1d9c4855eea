import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { beginsWordForOpportunity, meansOpportunity } from "#domain/opportunity/words-for-opportunity.ts";
import { spansOf } from "#domain/shared/text-match.ts";
import { may } from "#domain/user/rights.ts";
import { useMe, usePipelines } from "#web/app/me.ts";
import { useSeenRecords, type SeenRecord } from "#web/app/seen-records.ts";
import { useSpoken } from "#web/app/words.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { cachedRecords } from "#web/search/cached-records.ts";
import { foundGroups, seenRow } from "#web/search/found-rows.tsx";
import type { PaletteGroup, PaletteRow } from "#web/search/palette-row.ts";
import { useAnswer } from "#web/search/use-answer.ts";
import { useNamedLists } from "#web/search/use-named-lists.ts";

/** What can be done and where one can go, as the frame knows it. `named` creates with what was typed. */
export type PaletteActs = {
  readonly onScreen: readonly PaletteRow[];
  readonly create: readonly (PaletteRow & { readonly named: (name: string) => PaletteRow; readonly isOfOpportunity: boolean })[];
  readonly go: readonly (PaletteRow & { readonly isOfOpportunity: boolean })[];
};

const SEEN = 5;
const SHOWN = 4;
const MODULES = { opportunity: "opportunities", client: "clients", contact: "contacts" } as const;

export type PaletteContent = {
  readonly groups: readonly PaletteGroup[];
  readonly results: number;
  readonly acts: number;
  readonly note: "near" | "nothing" | "failed" | undefined;
  /** The server has not answered these words yet. */
  readonly isWaiting: boolean;
};

/** Records first, in their fixed order, then what can be done with them, created, gone to. */
export function usePaletteGroups(text: string, acts: PaletteActs): PaletteContent {
  const { answer, isNew, isFailed } = useAnswer(text);
  const records = useRecords(text, answer);
  const lists = useNamedLists(text);
  const doing = useDoing(text, acts);
  const [first, others] = [records.filter(({ id }) => id === "opportunity"), records.filter(({ id }) => id !== "opportunity")];
  const [creating, going] = [doing.others.filter(({ id }) => id === "create"), doing.others.filter(({ id }) => id !== "create")];
  // A list that is there comes before making something of its name.
  const groups = [...first, ...doing.ofOpportunity, ...others, ...(text === "" ? doing.others : [...going, ...lists, ...creating])];
  const results = records.reduce((sum, { rows }) => sum + rows.filter(({ isMore }) => !isMore).length, 0);
  const all = groups.reduce((sum, { rows }) => sum + rows.filter(({ isMore }) => !isMore).length, 0);
  const note = isFailed ? "failed" : !isNew ? undefined : results === 0 ? "nothing" : answer?.near ? "near" : undefined;
  return { groups, results, acts: all - results, note, isWaiting: text !== "" && !isNew && !isFailed };
}

export function termsOf(text: string): string[] {
  return text.split(/\s+/).filter((term) => term !== "");
}

function isWordForOpportunity(text: string): boolean {
  const terms = termsOf(text);
  return terms.length === 1 ? beginsWordForOpportunity(text) : terms.some(meansOpportunity);
}

function useRecords(text: string, answer: ReturnType<typeof useAnswer>["answer"]): PaletteGroup[] {
  const { words, locale } = useSpoken();
  const { today } = useSurroundings();
  const client = useQueryClient();
  const me = useMe();
  const pipelines = usePipelines().data?.data;
  const seen = useSeenRecords(text === "");
  return useMemo(() => {
    const say = words.search;
    const sees = ({ type }: SeenRecord): boolean => may(me, MODULES[type], "read");
    if (text === "") {
      const rows = seen
        .filter(sees)
        .slice(0, SEEN)
        .map((record) => seenRow(record, false));
      return rows.length === 0 ? [] : [{ id: "seen", title: say.seen, rows }];
    }
    if (answer) return foundGroups(answer, text, { words: say, locale, today, pipelines: pipelines ?? [] });
    const cached = cachedRecords(client, termsOf(text), SHOWN).filter(sees);
    return (Object.keys(MODULES) as SeenRecord["type"][]).flatMap((type) => {
      const rows = cached.filter((record) => record.type === type).map((record) => seenRow(record, true));
      return rows.length === 0 ? [] : [{ id: type, title: say.group[type], rows }];
    });
  }, [text, answer, words, locale, today, client, me, pipelines, seen]);
}

function useDoing(text: string, acts: PaletteActs): { readonly ofOpportunity: PaletteGroup[]; readonly others: PaletteGroup[] } {
  const { words } = useSpoken();
  const say = words.search;
  const terms = termsOf(text);
  const isAbout = isWordForOpportunity(text);
  const holds = ({ name }: PaletteRow): boolean => terms.every((term) => spansOf(name, [term]).length > 0);
  const created = acts.create.flatMap((row) => {
    if (text === "" || holds(row) || (isAbout && row.isOfOpportunity)) return [row];
    return isAbout ? [] : [row.named(text)];
  });
  const gone = acts.go.filter((row) => holds(row) || (isAbout && row.isOfOpportunity));
  const rest = (rows: readonly PaletteRow[], of: readonly PaletteRow[]): PaletteRow[] => rows.filter((row) => !of.includes(row));
  const first = isAbout ? [...acts.create.filter((row) => row.isOfOpportunity), ...acts.go.filter((row) => row.isOfOpportunity)] : [];
  const groups = (list: [string, string, readonly PaletteRow[]][]): PaletteGroup[] =>
    list.flatMap(([id, title, rows]) => (rows.length === 0 ? [] : [{ id, title, rows }]));
  const creating: [string, string, readonly PaletteRow[]] = ["create", say.create, rest(created, first)];
  const going: [string, string, readonly PaletteRow[]] = ["go", say.go, rest(gone, first)];
  return {
    ofOpportunity: groups([["of-opportunities", say.aboutOpportunities, first]]),
    // A place that was named comes before making something of that name: Enter goes there.
    others: groups([["screen", say.onScreen, acts.onScreen.filter(holds)], ...(text === "" ? [creating, going] : [going, creating])]),
  };
}
