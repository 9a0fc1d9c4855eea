import { Ellipsis } from "lucide-react";
import { useNavigate } from "@tanstack/react-router";
import { addressOf } from "#web/api/api.ts";
import { useDownload } from "#web/app/use-download.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu, type MenuAct } from "#web/kit/menu.tsx";
import { QuoteQuestions, useQuoteActs, type QuoteActs } from "#web/quote/use-quote-acts.tsx";
import type { QuoteVersion } from "#web/quote/use-quote.ts";

/** What can be done with a version and its quote, as the server allows it. */
export function QuoteMenu({ version }: { version: QuoteVersion }) {
  const { words } = useAllSpoken();
  const navigate = useNavigate();
  const acts = useQuoteActs();
  const { download } = useDownload();
  const say = words.quoting.verb;
  const { can, quote, number } = version;
  const offered = (isOffered: boolean, id: string, label: string, more: Partial<MenuAct> = {}): MenuAct[] =>
    isOffered ? [{ id, label, ...more }] : [];
  const costing = (format: string): string => addressOf("/quotes/{id}/versions/{number}/export", { id: quote.id, number }, { format });
  const paper = (kind: string): string => addressOf("/quotes/{id}/versions/{number}/pdf", { id: quote.id, number }, { kind });
  const run: Readonly<Record<string, () => void>> = {
    ...verbs(acts, version),
    compare: () => void navigate({ to: "/quotes/$id/compare", params: { id: quote.id }, search: { to: number } }),
    csv: () => void download(costing("csv")),
    xlsx: () => void download(costing("xlsx")),
    pdfPrices: () => void download(paper("prices")),
    pdfCosting: () => void download(paper("costing")),
    print: () => window.print(),
  };
  return (
    <>
      <Menu
        label={say.more}
        trigger={<IconButton icon={Ellipsis} label={say.more} />}
        onAction={(id) => run[id]?.()}
        groups={[
          {
            id: "status",
            items: [
              ...offered(can.choose, "choose", say.choose),
              ...offered(can.unchoose, "unchoose", say.unchoose),
              ...offered(can.accept, "accept", say.accept),
              ...offered(can.unaccept, "unaccept", say.unaccept),
              ...offered(can.decline, "decline", say.decline),
            ],
          },
          {
            id: "copies",
            items: [
              ...offered(can.newVersion, "newVersion", say.newVersion),
              ...offered(quote.newestVersion > 1, "compare", say.compare),
              ...offered(can.price || can.newVersion, "duplicate", say.duplicate),
              ...offered(can.newVersion, "template", say.template),
            ],
          },
          {
            id: "files",
            items: [
              { id: "pdfPrices", label: say.pdfPrices },
              ...offered(can.export, "pdfCosting", say.pdfCosting),
              ...offered(can.export, "csv", say.csv),
              ...offered(can.export, "xlsx", say.xlsx),
              { id: "print", label: say.print },
            ],
          },
          {
            id: "remove",
            items: [
              ...offered(quote.can.edit, "rename", say.rename),
              ...offered(quote.can.delete, "remove", say.remove, { isDanger: true }),
            ],
          },
        ]}
      />
      <QuoteQuestions acts={acts} />
    </>
  );
}

function verbs(acts: QuoteActs, version: QuoteVersion): Record<string, () => void> {
  return {
    choose: () => void acts.choose(version),
    unchoose: () => void acts.unchoose(version),
    accept: () => void acts.accept(version),
    unaccept: () => void acts.unaccept(version),
    decline: () => acts.askDecline(version),
    newVersion: () => void acts.newVersion(version),
    duplicate: () => void acts.duplicate(version),
    template: () => acts.askTemplate(version),
    rename: () => acts.askRename(version),
    remove: () => void acts.remove(version),
  };
}
