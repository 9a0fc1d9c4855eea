import { ArrowDown, ArrowUp, Copy, Ellipsis, Plus, SlidersHorizontal, Trash2 } from "lucide-react";
import { useAllSpoken } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu, type MenuAct, type MenuGroup } from "#web/kit/menu.tsx";
import { editsOfDayOut } from "#domain/quote/sheet-batch.ts";
import { editsOfDayMove, editsOfDuplicate, editsOfLineMove } from "#web/quote/move-edits.ts";
import { editsOfPart } from "#web/quote/part-edits.ts";
import { isLineRow, type GridRow } from "#web/quote/quote-grid-rows.ts";
import { mayEditFigures, type QuoteWork } from "#web/quote/quote-work.ts";
import { nameOf } from "#web/quote/grid-verbs.ts";
import type { GridActs } from "#web/quote/use-grid-acts.ts";

type RowMenuProps = { readonly row: GridRow; readonly work: QuoteWork; readonly acts: GridActs };

/** What can be done with a line or a day. */
export function RowMenu({ row, work, acts }: RowMenuProps) {
  const { words } = useAllSpoken();
  const say = words.quoting.act;
  const label = say.menu({ name: nameOf(row) || words.quoting.dayNumber({ n: row.kind === "day" ? row.index + 1 : 0 }) });
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} size="small" label={label} />}
      label={label}
      groups={isLineRow(row) ? lineGroups(work, row, words) : dayGroups(work, words)}
      onAction={(id) => act(id, { row, work, acts })}
    />
  );
}

type Words = ReturnType<typeof useAllSpoken>["words"];

function lineGroups(work: QuoteWork, row: Extract<GridRow, { kind: "line" | "extra" }>, words: Words): MenuGroup[] {
  const say = words.quoting.act;
  const details: MenuAct = { id: "details", label: say.details, icon: SlidersHorizontal };
  if (!mayEditFigures(work)) return [{ id: "see", items: [details] }];
  return [
    {
      id: "line",
      items: [details, { id: "below", label: say.below, icon: Plus }, { id: "duplicate", label: say.duplicate, icon: Copy }],
    },
    { id: "part", title: say.part, items: partActs(row.line.part, words) },
    { id: "place", items: placeActs(words) },
    { id: "remove", items: [{ id: "remove", label: say.remove, icon: Trash2, isDanger: true }] },
  ];
}

function partActs(part: string, words: Words): MenuAct[] {
  return (["base", "supplement", "option"] as const).map((id) => ({
    id: `part:${id}`,
    label: words.quoting.part[id],
    isChecked: part === id,
  }));
}

function placeActs(words: Words): MenuAct[] {
  return [
    { id: "up", label: words.quoting.act.up, icon: ArrowUp },
    { id: "down", label: words.quoting.act.down, icon: ArrowDown },
  ];
}

function dayGroups(work: QuoteWork, words: Words): MenuGroup[] {
  if (!mayEditFigures(work)) return [];
  const say = words.quoting.act;
  return [
    { id: "day", items: [{ id: "below", label: say.lineOnDay, icon: Plus }, ...placeActs(words)] },
    { id: "remove", items: [{ id: "remove", label: say.removeDay, icon: Trash2, isDanger: true }] },
  ];
}

function act(id: string, { row, work, acts }: RowMenuProps): void {
  const { sheet } = work.reckoned;
  if (id === "below") return acts.addLine(row);
  const by = id === "up" ? -1 : 1;
  if (row.kind === "day") {
    work.edit(id === "remove" ? editsOfDayOut(sheet, row.id) : editsOfDayMove(sheet, row.id, by));
    return;
  }
  if (!isLineRow(row)) return;
  const [verb, part] = id.split(":");
  if (verb === "details") work.openLine(row.id);
  if (verb === "duplicate") work.edit(editsOfDuplicate(row.line, crypto.randomUUID()));
  if (verb === "remove") work.edit([{ kind: "removeLine", lineId: row.id }]);
  if (verb === "up" || verb === "down") work.edit(editsOfLineMove(sheet, row.line, by));
  if (verb === "part" && part) work.edit(editsOfPart(row.line, part as typeof row.line.part));
}
