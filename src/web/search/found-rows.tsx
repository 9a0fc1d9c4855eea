import type { Found, SearchAnswer } from "#contract/search.ts";
import { spansOf } from "#domain/shared/text-match.ts";
import type { Answer } from "#web/api/api.ts";
import type { SeenRecord } from "#web/app/seen-records.ts";
import { formatNearDay } from "#web/kit/format.ts";
import { Money } from "#web/kit/money.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { StageName } from "#web/kit/stage-dot.tsx";
import { tideOf } from "#web/kit/tide.ts";
import { addressOf, iconOf, listAddressOf } from "#web/search/found-icons.ts";
import type { PaletteGroup, PaletteRow } from "#web/search/palette-row.ts";
import type { FirstWords } from "#words/en-first.ts";

/** What the rows are told with. */
export type Telling = {
  readonly words: FirstWords["search"];
  readonly locale: string;
  readonly today: string;
  readonly pipelines: Answer<"listPipelines">["data"];
};

/** The groups of an answer with their first rows, and the way to the others. */
export function foundGroups(answer: SearchAnswer, text: string, telling: Telling): PaletteGroup[] {
  return answer.groups.flatMap(({ type, total, isTotalExact, data }) => {
    const rows = data.flatMap((found) => foundRow(found, text, telling, answer.near));
    if (rows.length === 0) return [];
    return [
      {
        id: type,
        title: telling.words.group[type],
        rows: [...rows, ...othersOf({ type, total, isTotalExact, shown: rows.length }, text, telling)],
      },
    ];
  });
}

type Others = { readonly type: Found["type"]; readonly total: number; readonly isTotalExact: boolean; readonly shown: number };

function othersOf({ type, total, isTotalExact, shown }: Others, text: string, { words }: Telling): PaletteRow[] {
  const href = listAddressOf(type, text);
  const n = total - shown;
  if (n <= 0 || href === undefined) return [];
  return [
    {
      key: `more-${type}`,
      icon: iconOf({ type, activityKind: null }),
      name: isTotalExact ? words.others({ n }) : words.manyOthers({ n }),
      href,
      isMore: true,
    },
  ];
}

function foundRow(found: Found, text: string, telling: Telling, isNear: boolean): PaletteRow[] {
  const href = addressOf(found);
  if (href === undefined) return [];
  return [
    {
      key: found.id,
      icon: iconOf(found),
      name: found.name,
      context: contextOf(found, text, telling),
      state: stateOf(found, telling),
      amount: found.amount && Number(found.amount.amount) !== 0 ? <Money {...found.amount} isInline /> : undefined,
      href,
      isFound: isNear ? "near" : "exact",
    },
  ];
}

/** Who, when, where; and what matched, when it stands in none of these. */
function contextOf(found: Found, text: string, { locale, today }: Telling): string {
  const { client, opportunity, author, place, day, matchedText, number } = found;
  const when = day === null ? null : formatNearDay(day, today, locale);
  const parts = {
    opportunity: [client, when],
    client: [place],
    contact: [client, place],
    activity: [opportunity ?? client, when],
    message: [author, opportunity ?? client, when],
    document: [opportunity, client, when],
    quote: [number, opportunity ?? client, when],
    supplier: [place],
    product: [client, place],
    step: [place],
    tripTemplate: [place],
  }[found.type];
  const told = parts.filter((part) => part !== null);
  const isTold = matchedText === null || [found.name, ...told].some((part) => part === matchedText || spansOf(part, [text]).length > 0);
  if (isTold) return told.join(" · ");
  // A piece of a note says most, and is the longest: it would be cut at the end.
  return (found.matched === "text" ? [matchedText, ...told] : [...told, matchedText]).join(" · ");
}

function stateOf(found: Found, { words, pipelines }: Telling) {
  const { outcome, stageId, state, status, isDone } = found;
  if (isDone !== null) return <Pill kind={isDone ? "success" : "neutral"}>{isDone ? words.done : words.planned}</Pill>;
  if (status === "prospect") return <Pill>{words.prospect}</Pill>;
  if (outcome === "won") return <Pill kind="success">{words.outcome.won}</Pill>;
  if (outcome === "lost") return <Pill>{[words.outcome.lost, state].filter(Boolean).join(" · ")}</Pill>;
  if (outcome === null || state === null) return undefined;
  const stages = pipelines.find((pipeline) => pipeline.stages.some(({ id }) => id === stageId))?.stages ?? [];
  return (
    <StageName
      tide={tideOf(
        stages.findIndex(({ id }) => id === stageId),
        stages.length,
      )}
    >
      {state}
    </StageName>
  );
}

export function seenRow({ type, id, name, detail }: SeenRecord, isFound: boolean): PaletteRow {
  return {
    key: id,
    icon: iconOf({ type, activityKind: null }),
    name,
    ...(detail === null ? {} : { context: detail }),
    href: addressOf({ type, opens: { type, id } }) ?? "/",
    ...(isFound ? { isFound: "exact" as const } : {}),
  };
}
