import type { Opportunity } from "#contract/opportunity.ts";
import { PeekButton } from "#web/app/peek-button.tsx";
import { useSpoken } from "#web/app/words.ts";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Link } from "#web/kit/link.tsx";
import { StarButton } from "#web/kit/star-button.tsx";
import type { OpportunityColumn } from "#web/opportunity/opportunity-columns.tsx";
import { useSaveOpportunity } from "#web/opportunity/use-opportunity.ts";
import look from "#web/kit/table-look.module.css";
import styles from "#web/opportunity/opportunity-table.module.css";

type RowProps = {
  readonly row: Opportunity;
  readonly columns: readonly OpportunityColumn[];
  readonly isSelected: boolean;
  readonly onSelect: () => void;
};

/** A row of the list: what may be changed is changed in its cell. */
export function OpportunityRow({ row, columns, isSelected, onSelect }: RowProps) {
  const { words } = useSpoken();
  const save = useSaveOpportunity(row);
  return (
    <tr data-row={row.id} data-selected={isSelected || undefined}>
      <td className={styles.tick}>
        <Checkbox label={words.opportunity.select(row)} hidesLabel isSelected={isSelected} onChange={onSelect} />
      </td>
      <td className={styles.star}>
        <StarButton
          isOn={row.priority}
          onChange={(priority) => save({ priority })}
          label={row.priority ? words.opportunity.starOff : words.opportunity.starOn}
          size="small"
          {...(row.can.edit ? {} : { disabledReason: words.opportunity.notPriority })}
        />
      </td>
      <th scope="row" className={classNames(styles.name, look.cut)}>
        <Link href={`/opportunities/${row.id}`} look="name" title={row.name}>
          {row.name}
        </Link>
        <PeekButton id={row.id} name={row.name} />
      </th>
      {columns.map(({ id, cell, className, isFigure, title }) => (
        <td key={id} title={title?.(row)} className={classNames(className, isFigure && look.figures)}>
          {cell({ row, save })}
        </td>
      ))}
    </tr>
  );
}
