import { Columns3 } from "lucide-react";
import { Suspense } from "react";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import type { Choosable, ColumnChoice } from "#web/custom-field/column-choice.ts";
import { Button } from "#web/kit/button.tsx";
import { Checkbox } from "#web/kit/checkbox.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { Popover } from "#web/kit/popover.tsx";
import styles from "#web/custom-field/columns-button.module.css";

type ColumnsButtonProps = { readonly columns: readonly Choosable[]; readonly choice: ColumnChoice };

/** Which columns of a list are shown, the agency's own fields among them. */
export function ColumnsButton(props: ColumnsButtonProps) {
  return (
    <Suspense fallback={null}>
      <Chooser {...props} />
    </Suspense>
  );
}

function Chooser({ columns, choice }: ColumnsButtonProps) {
  const say = useCustomWords();
  const toggle = (id: string, isOn: boolean): void =>
    choice.show(columns.filter((column) => (column.id === id ? isOn : choice.isShown(column.id))).map((column) => column.id));
  return (
    <Popover
      label={say.shownColumns}
      placement="bottom end"
      width={260}
      trigger={
        <Button look="quiet" size="small" icon={<Icon of={Columns3} />}>
          {say.columns}
        </Button>
      }
    >
      <div className={styles.columns}>
        {columns.map(({ id, label }) => (
          <Checkbox key={id} label={label} isSelected={choice.isShown(id)} onChange={(isOn) => toggle(id, isOn)} />
        ))}
        <Button look="link" size="small" onPress={() => choice.show(undefined)}>
          {say.usualColumns}
        </Button>
      </div>
    </Popover>
  );
}
