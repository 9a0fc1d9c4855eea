import { ArrowDown, ArrowUp, Copy, Ellipsis, Percent, Plus, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useSpoken } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";
import type { RowProps } from "#web/product/row-props.ts";

const LineDialog = lazy(async () => ({ default: (await import("#web/product/line-dialog.tsx")).LineDialog }));

/** What can be done with a line. */
export function LineMenu({ one, line, lines, index, verbs }: RowProps) {
  const { words } = useSpoken();
  const say = words.product;
  const [isOpen, setIsOpen] = useState(false);
  const act = (id: string): void => {
    if (id === "up" || id === "down") void verbs.edit(line, { position: index + (id === "up" ? -1 : 1) });
    if (id === "supplement") void verbs.edit(line, { isSupplement: !line.isSupplement });
    if (id === "details") setIsOpen(true);
    if (id === "remove") void verbs.remove(line, say.removed(line));
    if (id === "duplicate") void verbs.add([copyOf(line)], { at: index + 1 });
  };
  return (
    <>
      <Menu
        trigger={<IconButton icon={Ellipsis} size="small" label={say.line(line)} />}
        label={say.line(line)}
        onAction={act}
        groups={[
          {
            id: "change",
            items: [
              { id: "details", label: say.act.details, icon: Percent },
              { id: "supplement", label: say.act.supplement, icon: Plus, isChecked: line.isSupplement },
              { id: "duplicate", label: say.act.duplicate, icon: Copy },
            ],
          },
          {
            id: "place",
            items: [
              ...(index > 0 ? [{ id: "up", label: say.act.up, icon: ArrowUp }] : []),
              ...(index < lines.length - 1 ? [{ id: "down", label: say.act.down, icon: ArrowDown }] : []),
            ],
          },
          { id: "remove", items: [{ id: "remove", label: say.act.remove, icon: Trash2, isDanger: true }] },
        ]}
      />
      <Suspense fallback={null}>
        {isOpen && (
          <LineDialog
            line={line}
            currency={one.currency}
            onSave={(change) => void verbs.edit(line, change)}
            onClose={() => setIsOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The same once more; a cost one may not see is not known here and is left out. */
function copyOf({ name, supplier, unit, quantity, unitPrice, unitCost, discountPercent, isSupplement }: RowProps["line"]) {
  return {
    name,
    supplierId: supplier?.id ?? null,
    unit,
    quantity,
    unitPrice,
    discountPercent,
    isSupplement,
    ...(unitCost === null ? {} : { unitCost }),
  };
}
