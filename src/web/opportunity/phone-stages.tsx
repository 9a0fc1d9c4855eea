import { ChevronLeft, ChevronRight } from "lucide-react";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import styles from "#web/opportunity/opportunity-board.module.css";

type PhoneStagesProps = { readonly names: readonly string[]; readonly current: number; readonly onShow: (index: number) => void };

/** On a phone one column is shown; these walk to the others. */
export function PhoneStages({ names, current, onShow }: PhoneStagesProps) {
  const words = useWords();
  return (
    <nav className={styles.phone} aria-label={words.opportunity.path}>
      <IconButton
        icon={ChevronLeft}
        label={names[current - 1] ?? words.common.back}
        onPress={() => onShow(Math.max(0, current - 1))}
        {...(current === 0 ? { disabledReason: names[0] ?? "" } : {})}
      />
      <ol className={styles.dots}>
        {names.map((name, index) => (
          <li key={name} data-current={index === current || undefined} aria-current={index === current ? "step" : undefined}>
            <span className={styles.hidden}>{name}</span>
          </li>
        ))}
      </ol>
      <IconButton
        icon={ChevronRight}
        label={names[current + 1] ?? words.common.more}
        onPress={() => onShow(Math.min(names.length - 1, current + 1))}
        {...(current === names.length - 1 ? { disabledReason: names.at(-1) ?? "" } : {})}
      />
    </nav>
  );
}
