import { GripVertical } from "lucide-react";
import { useState, type DragEvent, type KeyboardEvent } from "react";
import { useMe } from "#web/app/me.ts";
import { useSpoken } from "#web/app/words.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatMoney, formatPercent, regionalLocale } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { linesOfPaste, priceText, quantityText, readPrice, readQuantity } from "#web/product/figures.ts";
import { GridCell } from "#web/product/grid-cell.tsx";
import { LineMenu } from "#web/product/line-menu.tsx";
import { SupplierCell } from "#web/product/supplier-cell.tsx";
import type { RowProps } from "#web/product/row-props.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/product/products.module.css";

const DRAGGED = "application/x-escale-product-line";

/** A line: its place by the grip or Ctrl+Shift+arrows, its figures in their cells. */
export function ProductRow(props: RowProps) {
  const { one, line, index, verbs } = props;
  const { words } = useSpoken();
  const locale = regionalLocale(useSurroundings().locale);
  const costs = useMe().rights.costs;
  const [isTarget, setIsTarget] = useState(false);
  const canEdit = one.can.edit;
  const drop = (event: DragEvent): void => {
    setIsTarget(false);
    const dragged = props.lines.find(({ id }) => id === event.dataTransfer.getData(DRAGGED));
    if (dragged && dragged.id !== line.id) void verbs.edit(dragged, { position: index });
  };
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setIsTarget(true);
  };
  const press = (event: KeyboardEvent): void => {
    if (!event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    const to = index + ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0);
    if (!canEdit || to === index || to < 0 || to >= props.lines.length) return;
    event.preventDefault();
    void verbs.edit(line, { position: to });
  };
  return (
    <tr onDragOver={over} onDragLeave={() => setIsTarget(false)} onDrop={drop} onKeyDown={press} data-target={isTarget || undefined}>
      <td className={styles.grip}>
        {canEdit && (
          <span draggable title={words.product.grip(line)} onDragStart={(event) => event.dataTransfer.setData(DRAGGED, line.id)}>
            <Icon of={GripVertical} />
          </span>
        )}
      </td>
      <NameCell {...props} locale={locale} />
      <td className={classNames(look.quiet, look.cut)}>
        <SupplierCell line={line} canEdit={canEdit} onSave={(supplierId) => void verbs.edit(line, { supplierId })} />
      </td>
      <td className={look.figures}>
        <QuantityCell {...props} locale={locale} />
      </td>
      <td className={look.figures}>
        <PriceCell {...props} locale={locale} />
      </td>
      <td className={look.figures}>{priceText(line.total.amount, one.currency, locale)}</td>
      {costs && (
        <td className={classNames(look.figures, look.quiet)}>{line.cost ? priceText(line.cost.amount, one.currency, locale) : "–"}</td>
      )}
      {costs && <td className={look.figures}>{line.marginPercent === null ? "–" : formatPercent(line.marginPercent, locale, 1)}</td>}
      {canEdit && (
        <td className={styles.acts}>
          <LineMenu {...props} />
        </td>
      )}
    </tr>
  );
}

type CellProps = RowProps & { readonly locale: string };

function NameCell({ one, line, lines, index, verbs, locale }: CellProps) {
  const { words } = useSpoken();
  const say = words.product;
  const label = say.cell({ column: say.name, name: line.name });
  const paste = (text: string): boolean => {
    const pasted = linesOfPaste(text, one.currency, locale);
    if (pasted) void verbs.add(pasted, { at: index + 1, said: say.pasted({ n: pasted.length }) });
    return pasted !== undefined;
  };
  const notes = [
    line.isSupplement && say.supplement,
    Number(line.discountPercent) > 0 && say.discountOf({ percent: formatPercent(line.discountPercent, locale) }),
    line.convertedFrom &&
      say.converted({
        price: formatMoney({ amount: line.convertedFrom.price, currency: line.convertedFrom.currency }, locale),
        rate: line.convertedFrom.rate,
      }),
  ].filter((note) => typeof note === "string");
  return (
    <th scope="row" className={styles.name}>
      <span className={styles.named}>
        {one.can.edit ? (
          <GridCell
            label={label}
            column="name"
            text={line.name}
            draft={line.name}
            read={(text) => text.trim() || undefined}
            onSave={(name) => void verbs.edit(line, { name })}
            above={lines[index - 1]?.name}
            onPaste={paste}
          />
        ) : (
          <span className={styles.text}>{line.name}</span>
        )}
        {notes.map((note) => (
          <Pill key={note}>{note}</Pill>
        ))}
      </span>
    </th>
  );
}

function QuantityCell({ one, line, lines, index, verbs, locale }: CellProps) {
  const { words } = useSpoken();
  const say = words.product;
  const text = quantityText(line.quantity, locale);
  return (
    <span className={styles.counted}>
      {one.can.edit ? (
        <GridCell
          label={say.cell({ column: say.quantity, name: line.name })}
          column="quantity"
          isFigure
          text={text}
          draft={line.quantity}
          read={(typed) => readQuantity(typed, locale)}
          onSave={(quantity) => void verbs.edit(line, { quantity })}
          above={lines[index - 1]?.quantity}
        />
      ) : (
        text
      )}
      <span className={styles.unit}>{say.unit[line.unit]}</span>
    </span>
  );
}

function PriceCell({ one, line, lines, index, verbs, locale }: CellProps) {
  const { words } = useSpoken();
  const say = words.product;
  const text = priceText(line.unitPrice, one.currency, locale);
  if (!one.can.edit) return text;
  return (
    <GridCell
      label={say.cell({ column: say.unitPrice, name: line.name })}
      column="price"
      isFigure
      text={text}
      draft={line.unitPrice}
      read={(typed) => readPrice(typed, one.currency, locale)}
      onSave={(unitPrice) => void verbs.edit(line, { unitPrice })}
      above={lines[index - 1]?.unitPrice}
    />
  );
}
