import type { NotificationKind } from "#domain/notification/notification.ts";
import type { NoticeWords } from "#words/notice/notice-words.ts";

/** A notification as far as its sentence says it. */
export type Said = {
  readonly kind: NotificationKind;
  readonly actor: { readonly name: string } | null;
  readonly count: number;
  readonly name: string;
  readonly text: string | null;
  readonly work: {
    readonly kind: "bulk" | "undo" | "import";
    readonly list: keyof NoticeWords["counted"] | null;
    readonly state: string;
    readonly changed: number | null;
  } | null;
};

/** The same words in the bell and as the subject of a mail. */
export function sentenceOf({ kind, actor, count, name, text, work }: Said, words: NoticeWords): string {
  const { said } = words;
  const by = actor?.name || said.somebody;
  if (work) return workSentence(work, name, words);
  switch (kind) {
    case "mention":
      return said.mention({ by, name });
    case "reply":
      return said.reply({ by, name });
    case "assigned":
      return count > 1 ? said.assignedMany({ by, n: count }) : said.assigned({ by, text: text ?? name });
    case "reminder":
      return said.reminder({ text: text ?? name });
    case "given":
      return count > 1 ? said.givenMany({ by, n: count }) : said.given({ by, name });
    case "taken":
      return count > 1 ? said.takenMany({ by, n: count }) : said.taken({ by, name });
    case "won":
      return said.won({ by, name });
    case "finished":
      return said.workFailed;
  }
}

function workSentence({ kind, list, state, changed }: NonNullable<Said["work"]>, name: string, { said, counted }: NoticeWords): string {
  if (kind === "import") return state === "failed" ? said.importFailed({ name }) : said.imported({ name });
  if (state !== "done") return said.workFailed;
  return kind === "undo" ? said.undone({ n: changed ?? 0 }) : said.changed({ what: counted[list ?? "opportunities"]({ n: changed ?? 0 }) });
}
