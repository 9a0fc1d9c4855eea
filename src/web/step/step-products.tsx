import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { Step } from "#contract/step.ts";
import { ConflictChooser } from "#web/app/conflict-chooser.tsx";
import { SortableList } from "#web/app/sortable-list.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { InlineField } from "#web/kit/inline-field.tsx";
import { Link } from "#web/kit/link.tsx";
import { NumberField } from "#web/kit/number-field.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { ProductField } from "#web/step/catalogue-field.tsx";
import type { StepEdits } from "#web/step/use-parts.ts";
import styles from "#web/step/part.module.css";

type Row = Step["products"][number] & { readonly id: string };
type ProductsProps = { readonly step: Step; readonly edits: StepEdits };

/** What the step needs, in the order of the day, each so many times. */
export function StepProducts({ step, edits }: ProductsProps) {
  const { part: say } = useAllSpoken().words.catalogue;
  const [isAdding, setIsAdding] = useState(false);
  const rows = step.products.map((one, index): Row => ({ ...one, id: `${index} ${one.product.id}` }));
  const textOf = (some: readonly Pick<Row, "product" | "repetitions">[]): string =>
    some.map(({ product, repetitions }) => `${product.name} × ${repetitions}`).join("\n");
  const save = (next: readonly Row[], added: readonly { productId: string; repetitions: number }[] = []): void => {
    const products = [...next.map(({ product, repetitions }) => ({ productId: product.id, repetitions })), ...added];
    void edits.save({ field: "products", change: { products }, mine: textOf(next), isOvertaken: false });
  };
  const conflict = edits.conflict?.field === "products" ? edits.conflict : undefined;
  return (
    <Panel
      title={say.field.products}
      count={rows.length}
      action={
        edits.canEdit && (
          <Button look="link" size="small" icon={<Icon of={Plus} size={14} />} onPress={() => setIsAdding(true)}>
            {say.addProduct}
          </Button>
        )
      }
    >
      <SortableList
        label={say.field.products}
        items={rows}
        nameOf={({ product }) => product.name}
        onMove={(row, position) => save(rows.filter(({ id }) => id !== row.id).toSpliced(position, 0, row))}
        dragLabel={(name) => say.moveProduct({ name })}
        canMove={edits.canEdit}
        emptyText={say.noProduct}
      >
        {(row) => (
          <ProductRow
            row={row}
            canEdit={edits.canEdit}
            onRepetitions={(repetitions) => save(rows.map((one) => (one.id === row.id ? { ...one, repetitions } : one)))}
            onRemove={() => save(rows.filter(({ id }) => id !== row.id))}
          />
        )}
      </SortableList>
      {isAdding && (
        <ProductField
          label={say.findProduct}
          onChoose={(productId) => {
            setIsAdding(false);
            save(rows, [{ productId, repetitions: 1 }]);
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      {conflict && <ConflictChooser conflict={conflict} theirs={textOf(step.products)} />}
    </Panel>
  );
}

type RowProps = {
  readonly row: Row;
  readonly canEdit: boolean;
  readonly onRepetitions: (repetitions: number) => void;
  readonly onRemove: () => void;
};

function ProductRow({ row, canEdit, onRepetitions, onRemove }: RowProps) {
  const { catalogue } = useAllSpoken().words;
  const { part: say, products } = catalogue;
  const { product, category, supplier, repetitions, isDeleted } = row;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        {isDeleted ? product.name : <Link href={`/products/${product.id}`}>{product.name}</Link>}
        <span className={styles.detail}>
          {[products.category[category], supplier?.name, isDeleted && say.goneProduct].filter(Boolean).join(" · ")}
        </span>
      </div>
      <InlineField
        label={say.repetitionsOf(product)}
        value={repetitions}
        canEdit={canEdit}
        onSave={async (next) => onRepetitions(next)}
        editor={({ draft, change }) => (
          <NumberField
            label={say.repetitionsOf(product)}
            hidesLabel
            autoFocus
            min={1}
            max={1000}
            value={draft}
            onChange={(next) => change(next ?? 1)}
          />
        )}
      >
        {say.times({ n: repetitions })}
      </InlineField>
      {canEdit && <IconButton icon={X} size="small" label={say.removeProduct(product)} onPress={onRemove} />}
    </div>
  );
}
