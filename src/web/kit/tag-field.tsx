import { X } from "lucide-react";
import { use, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, ComboBoxStateContext } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { ComboboxList, CREATE, filterOf, useSearchText } from "#web/kit/combobox-list.tsx";
import { ariaField, FieldFrame, type FieldProps } from "#web/kit/field.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import type { Option } from "#web/kit/option.ts";
import input from "#web/kit/input.module.css";
import styles from "#web/kit/tag-field.module.css";

export type TagFieldProps = FieldProps & {
  values: readonly Option[];
  onChange: (values: Option[]) => void;
  matches: readonly Option[];
  onSearch: (text: string) => void;
  isLoading?: boolean;
  /** What is typed may be kept though nothing matches: its option has the text as id and label. */
  allowsFreeText?: boolean;
  placeholder?: string;
};

export function TagField({
  values,
  onChange,
  matches,
  onSearch,
  isLoading = false,
  allowsFreeText = false,
  placeholder,
  ...rest
}: TagFieldProps) {
  const [text, setText] = useState("");
  const { search, isWaiting } = useSearchText(onSearch);
  const others = matches.filter((match) => values.every(({ id }) => id !== match.id));

  const isThere = [...values, ...matches].some(({ label }) => isSameText(label, text));

  function add(option: Option | undefined) {
    setText("");
    if (option && values.every(({ id }) => id !== option.id)) onChange([...values, option]);
  }
  const addText = () => add(others.find(({ label }) => isSameText(label, text)) ?? { id: text.trim(), label: text.trim() });
  function choose(id: string | null) {
    if (id === CREATE) addText();
    else if (id !== null) add(others.find((option) => option.id === id));
  }
  function pressKey(event: KeyboardEvent<HTMLInputElement>) {
    const ends =
      event.key === "," || event.key === ";" || (event.key === "Enter" && !event.currentTarget.getAttribute("aria-activedescendant"));
    if (event.key === "Backspace" && text === "") onChange(values.slice(0, -1));
    if (!ends || text.trim() === "" || !allowsFreeText) return;
    event.preventDefault();
    addText();
  }
  return (
    <ComboBox
      {...ariaField(rest)}
      value={null}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        search(next);
      }}
      {...filterOf(!isWaiting && !isLoading)}
      menuTrigger={text === "" ? "manual" : "input"}
      allowsEmptyCollection={text !== ""}
      allowsCustomValue
    >
      <FieldFrame {...rest}>
        <Group className={`${input.box} ${styles.box}`}>
          {values.map((value) => (
            <Tag key={value.id} option={value} onRemove={() => onChange(values.filter(({ id }) => id !== value.id))} />
          ))}
          <Input
            className={`${input.input} ${styles.input}`}
            placeholder={values.length === 0 ? placeholder : undefined}
            onKeyDownCapture={pressKey}
          />
        </Group>
      </FieldFrame>
      <ClosesWhenChanged count={values.length} />
      <ComboboxList matches={others} isLoading={isLoading} create={allowsFreeText && !isThere ? text.trim() : undefined} />
    </ComboBox>
  );
}

/** The list is done with once a value was added or taken away: nothing else tells it. */
function ClosesWhenChanged({ count }: { count: number }) {
  const state = use(ComboBoxStateContext);
  const last = useRef(count);
  const close = useEffectEvent(() => state?.close());
  useEffect(() => {
    if (count !== last.current) close();
    last.current = count;
  }, [count]);
  return null;
}

function isSameText(one: string, other: string): boolean {
  return one.localeCompare(other.trim(), undefined, { sensitivity: "base" }) === 0;
}

function Tag({ option, onRemove }: { option: Option; onRemove: () => void }) {
  const words = useKitWords();
  return (
    <span className={styles.tag}>
      {option.label}
      <Button slot={null} aria-label={words.remove(option.label)} className={styles.remove ?? ""} onPress={onRemove}>
        <Icon of={X} size={14} />
      </Button>
    </span>
  );
}
