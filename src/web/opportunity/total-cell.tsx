import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu } from "#web/kit/menu.tsx";
import { useSpoken } from "#web/app/words.ts";
import styles from "#web/opportunity/opportunity-table.module.css";

export const TOTALS = ["sum", "average", "median", "min", "max"] as const;
export type Total = (typeof TOTALS)[number];

type TotalCellProps = {
  /** The name of the column. */
  readonly label: string;
  readonly value: (total: Total) => ReactNode;
  /** The first time another than the sum is asked for. */
  readonly onAsk: () => void;
};

/** The foot of a column: its sum, or what is chosen instead. */
export function TotalCell({ label, value, onAsk }: TotalCellProps) {
  const { words } = useSpoken();
  const say = words.opportunity.total;
  const [total, setTotal] = useState<Total>("sum");
  return (
    <Menu
      label={say.choose({ column: label })}
      placement="top end"
      trigger={
        <Button className={styles.total ?? ""}>
          {total !== "sum" && <span className={styles.which}>{say[total]} </span>}
          {value(total)}
        </Button>
      }
      groups={[{ id: "totals", items: TOTALS.map((id) => ({ id, label: say[id], isChecked: id === total })) }]}
      onAction={(id) => {
        const next = TOTALS.find((one) => one === id) ?? "sum";
        if (next !== "sum") onAsk();
        setTotal(next);
      }}
    />
  );
}
