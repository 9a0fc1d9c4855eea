import { Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Collection, ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { OptionItem } from "#web/kit/option-item.tsx";
import type { Option } from "#web/kit/option.ts";
import styles from "#web/kit/overlay.module.css";

const PAUSE_MS = 150;

/** The id of the row that creates what was typed. */
export const CREATE = "\u0000create";

export type ComboboxListProps = {
  matches: readonly Option[];
  isLoading: boolean;
  /** The typed text, when it may be created. */
  create?: string | undefined;
};

export function ComboboxList({ matches, isLoading, create }: ComboboxListProps) {
  const words = useKitWords();
  return (
    <Popover className={styles.popover ?? ""} offset={4}>
      <ListBox
        className={styles.list ?? ""}
        renderEmptyState={() => <p className={styles.nothing}>{isLoading ? words.loading : words.noMatch}</p>}
      >
        <Collection items={matches}>{(option) => <OptionItem {...option} />}</Collection>
        {create && !isLoading && (
          <ListBoxItem id={CREATE} textValue={words.create(create)} className={`${styles.item} ${styles.create}`}>
            <Icon of={Plus} />
            {words.create(create)}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** Waits for a pause in the typing before it asks. */
export function useSearchText(onSearch: (text: string) => void): (text: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (text) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(text), PAUSE_MS);
  };
}
