import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
export function useSearchText(onSearch: (text: string) => void): { search: (text: string) => void; isWaiting: boolean } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string): void => {
    clearTimeout(timer.current);
    setIsWaiting(true);
    timer.current = setTimeout(() => {
      setIsWaiting(false);
      onSearch(text);
    }, PAUSE_MS);
  };
  return { search, isWaiting };
}

const WHOLE = { defaultFilter: () => true };

/**
 * What answers the typed text is shown whole, though its words may differ: it was found by another name, a city, a number.
 * Until it is there, only what holds the text is left of the answer before.
 */
export function filterOf(isAnswered: boolean): { defaultFilter?: () => boolean } {
  return isAnswered ? WHOLE : {};
}
