import { GripVertical } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/app/sortable-list.module.css";

export type SortableListProps<Item> = {
  label: string;
  items: readonly Item[];
  nameOf: (item: Item) => string;
  /** Told the place among the others, from 0. */
  onMove: (item: Item, position: number) => void;
  /** "Move Enquiry received" */
  dragLabel: (name: string) => string;
  canMove: boolean;
  children: (item: Item) => ReactNode;
  emptyText?: string;
};

/** Rows put in order by dragging: with the mouse, a finger, or the keys (Enter on the grip, arrows, Enter). */
export function SortableList<Item extends { readonly id: string }>(props: SortableListProps<Item>) {
  const { label, items, nameOf, onMove, dragLabel, canMove, children, emptyText } = props;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const moved = items.find(({ id }) => id === key);
      if (!moved) return;
      const others = items.filter(({ id }) => id !== moved.id);
      const at = others.findIndex(({ id }) => id === target.key) + (target.dropPosition === "after" ? 1 : 0);
      if (items.indexOf(moved) !== at) onMove(moved, at);
    },
  });
  return (
    <GridList
      aria-label={label}
      items={items}
      className={styles.list ?? ""}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
      renderEmptyState={() => <p className={styles.empty}>{emptyText}</p>}
      {...(canMove ? { dragAndDropHooks } : {})}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={nameOf(item)} className={classNames(styles.row, canMove && styles.movable)}>
          {canMove && (
            <Button slot="drag" aria-label={dragLabel(nameOf(item))} className={styles.grip ?? ""}>
              <Icon of={GripVertical} />
            </Button>
          )}
          {children(item)}
        </GridListItem>
      )}
    </GridList>
  );
}
