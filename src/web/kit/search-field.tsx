import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import styles from "#web/kit/input.module.css";

export type SearchFieldProps = {
  /** Heard, and drawn as the placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter */
  onSubmit?: (value: string) => void;
  kbd?: string;
  autoFocus?: boolean;
  className?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
};

export function SearchField({ label, value, onChange, onSubmit, kbd, autoFocus, className, inputRef }: SearchFieldProps) {
  const words = useKitWords();
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={onSubmit}
      autoFocus={autoFocus}
      className={classNames(styles.box, className)}
    >
      <Icon of={Search} className={styles.affix} />
      <Input ref={inputRef} placeholder={label} className={styles.input ?? ""} />
      {value === "" ? (
        kbd !== undefined && <Kbd keys={kbd} />
      ) : (
        <Button aria-label={words.clear} className={styles["inner-button"] ?? ""}>
          <Icon of={X} size={14} />
        </Button>
      )}
    </AriaSearchField>
  );
}
