import { ChevronLeft, ChevronRight } from "lucide-react";
import type { CSSProperties } from "react";
import { useSpoken } from "#web/app/words.ts";
import { formatMoney } from "#web/kit/format.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { tideColour, tideOf } from "#web/kit/tide.ts";
import type { BoardColumn } from "#web/opportunity/use-board.ts";
import styles from "#web/opportunity/opportunity-board.module.css";

type PhoneStagesProps = {
  readonly columns: readonly BoardColumn[];
  readonly nameOf: (stageId: string) => string;
  readonly current: number;
  readonly onShow: (index: number) => void;
};

/** On a phone one column is shown: its stop on the line, its sums, and the way to the others. */
export function PhoneStages({ columns, nameOf, current, onShow }: PhoneStagesProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const column = columns[current];
  if (!column) return null;
  const nameAt = (index: number): string => nameOf(columns[index]?.stageId ?? column.stageId);
  return (
    <nav className={styles.phone} aria-label={words.opportunity.path}>
      <IconButton
        icon={ChevronLeft}
        label={nameAt(current - 1)}
        onPress={() => onShow(Math.max(0, current - 1))}
        {...(current === 0 ? { disabledReason: nameAt(0) } : {})}
      />
      <div className={styles.phoneStage}>
        <ol className={styles.dots}>
          {columns.map(({ stageId }, index) => (
            <li
              key={stageId}
              aria-current={index === current ? "step" : undefined}
              style={{ "--stop": tideColour(tideOf(index, columns.length)) } as CSSProperties}
            >
              <span className={styles.hidden}>{nameOf(stageId)}</span>
            </li>
          ))}
        </ol>
        <p aria-live="polite">
          <b>{nameAt(current)}</b> <span>{column.count}</span>
        </p>
        <p className={styles.phoneSums}>
          <b>{formatMoney(column.total, locale)}</b> · {words.opportunity.weighted} {formatMoney(column.likely, locale, "never")}
        </p>
      </div>
      <IconButton
        icon={ChevronRight}
        label={nameAt(current + 1)}
        onPress={() => onShow(Math.min(columns.length - 1, current + 1))}
        {...(current === columns.length - 1 ? { disabledReason: nameAt(current) } : {})}
      />
    </nav>
  );
}
