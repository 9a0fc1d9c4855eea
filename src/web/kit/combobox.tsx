import { ChevronDown, Search, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, type Key } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ComboboxList, CREATE, filterOf, useSearchText } from "#web/kit/combobox-list.tsx";
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
  /** What is typed is kept though it is none of the choices: told with every key, and answered by `matches` at once. */
  onFreeText?: (text: string) => void;
  maxLength?: number;
  placeholder?: string;
};

export function Combobox({ matches, isLoading = false, placeholder, maxLength, ...props }: ComboboxProps) {
  const { value, onCreate, onFreeText, isReadOnly } = props;
  const words = useKitWords();
  const text = useChoice({ ...props, matches });
  return (
    <ComboBox
      {...ariaField(props)}
      value={text.selected}
      onChange={(key) => text.choose(key)}
      inputValue={text.shown}
      onInputChange={text.type}
      onOpenChange={(isOpen) => isOpen && text.open()}
      onBlur={text.leave}
      menuTrigger="input"
      {...filterOf(onFreeText !== undefined || (!text.isWaiting && !isLoading))}
      allowsEmptyCollection={onFreeText === undefined}
      allowsCustomValue={onFreeText !== undefined}
    >
      <FieldFrame {...props}>
        <Group className={styles.box ?? ""}>
          <Icon of={Search} className={styles.affix} />
          <Input className={styles.input ?? ""} placeholder={placeholder} maxLength={maxLength} />
          {value && !isReadOnly && (
            <Button slot={null} aria-label={words.clear} className={styles["inner-button"] ?? ""} onPress={text.clear}>
              <Icon of={X} size={14} />
            </Button>
          )}
          <Button aria-label={words.showList} className={styles["inner-button"] ?? ""}>
            <Icon of={ChevronDown} />
          </Button>
        </Group>
      </FieldFrame>
      <ComboboxList matches={matches} isLoading={isLoading} create={onCreate && text.typed?.trim()} />
    </ComboBox>
  );
}

type ChoiceOptions = Pick<ComboboxProps, "value" | "onChange" | "matches" | "onSearch" | "onCreate" | "onFreeText">;

/** The text of the field is what is typed, else the name of what was chosen: leaving without choosing gives it back, unless any text may be kept. */
function useChoice({ value, onChange, matches, onSearch, onCreate, onFreeText }: ChoiceOptions) {
  const [typed, setTyped] = useState<string>();
  // What is typed becomes the value with every key: the list must not take that for a choice and close.
  const [held, setHeld] = useState<string | null>(null);
  const { search, isWaiting } = useSearchText(onSearch);
  const selected = typed !== undefined && onFreeText ? held : (value?.id ?? null);
  const shown = typed ?? value?.label ?? "";

  function type(next: string) {
    if (next === shown) return;
    if (typed === undefined) setHeld(value?.id ?? null);
    setTyped(next);
    search(next);
    onFreeText?.(next);
  }
  function choose(id: Key | null) {
    if (id === null) return;
    setTyped(undefined);
    if (id === CREATE) return onCreate?.(shown.trim());
    const match = matches.find((option) => option.id === id);
    if (match && match.id !== value?.id) onChange(match);
  }
  function clear() {
    setTyped(undefined);
    onChange(null);
  }
  function open() {
    if (typed === undefined) onSearch("");
  }
  return { typed, isWaiting, shown, selected, type, choose, clear, open, leave: () => setTyped(undefined) };
}
