import { ChevronDown, Search, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ComboboxList, CREATE, useSearchText } from "#web/kit/combobox-list.tsx";
import { ariaField, FieldFrame, type FieldProps } from "#web/kit/field.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import type { Option } from "#web/kit/option.ts";
import styles from "#web/kit/input.module.css";

export type ComboboxProps = FieldProps & {
  value: Option | null;
  onChange: (value: Option | null) => void;
  /** What answers the typed text; shown as given, not filtered again. */
  matches: readonly Option[];
  /** Called 150 ms after the last key, and with "" when the list is opened. */
  onSearch: (text: string) => void;
  isLoading?: boolean;
  /** Offers "Create “text”" at the end of the list. */
  onCreate?: (text: string) => void;
  placeholder?: string;
};

export function Combobox({ value, onChange, matches, onSearch, isLoading = false, onCreate, placeholder, ...rest }: ComboboxProps) {
  const words = useKitWords();
  const [typed, setTyped] = useState<string>();
  const search = useSearchText(onSearch);
  const text = typed ?? value?.label ?? "";

  function type(next: string) {
    if (next === text) return;
    setTyped(next);
    search(next);
  }
  function choose(id: string | null) {
    if (id === null) return;
    setTyped(undefined);
    if (id === CREATE) return onCreate?.(text);
    const match = matches.find((option) => option.id === id);
    if (match && match.id !== value?.id) onChange(match);
  }
  function clear() {
    setTyped(undefined);
    onChange(null);
  }
  return (
    <ComboBox
      {...ariaField(rest)}
      value={value?.id ?? null}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={type}
      onOpenChange={(isOpen) => isOpen && typed === undefined && onSearch("")}
      onBlur={() => setTyped(undefined)}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <FieldFrame {...rest}>
        <Group className={styles.box ?? ""}>
          <Icon of={Search} className={styles.affix} />
          <Input className={styles.input ?? ""} placeholder={placeholder} />
          {value && !rest.isReadOnly && (
            <Button slot={null} aria-label={words.clear} className={styles["inner-button"] ?? ""} onPress={clear}>
              <Icon of={X} size={14} />
            </Button>
          )}
          <Button aria-label={words.showList} className={styles["inner-button"] ?? ""}>
            <Icon of={ChevronDown} />
          </Button>
        </Group>
      </FieldFrame>
      <ComboboxList matches={matches} isLoading={isLoading} create={onCreate && typed?.trim()} />
    </ComboBox>
  );
}
