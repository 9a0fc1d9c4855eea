import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { ariaField, FieldFrame, type FieldProps } from "#web/kit/field.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { OptionItem } from "#web/kit/option-item.tsx";
import type { Option } from "#web/kit/option.ts";
import overlay from "#web/kit/overlay.module.css";
import styles from "#web/kit/select.module.css";

export type SelectProps = FieldProps & {
  options: readonly Option[];
  /** The id of the chosen option. */
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  /** small: 28 px, in bars and tables */
  size?: "small" | "normal";
};

export function Select({ options, value, onChange, placeholder, size = "normal", ...rest }: SelectProps) {
  const { isReadOnly: _, ...field } = ariaField(rest);
  const chosen = options.find(({ id }) => id === value);
  return (
    <AriaSelect {...field} value={value} onChange={(key) => key !== null && onChange(String(key))} placeholder={placeholder ?? ""}>
      <FieldFrame {...rest}>
        <Button className={[styles.button, styles[size]].join(" ")}>
          <SelectValue className={styles.value ?? ""}>
            {chosen?.before}
            <span className={chosen ? styles.words : styles.placeholder}>{chosen?.label ?? placeholder}</span>
          </SelectValue>
          <Icon of={ChevronDown} />
        </Button>
      </FieldFrame>
      <Popover className={overlay.popover ?? ""} offset={4}>
        <ListBox items={options} className={overlay.list ?? ""}>
          {(option) => <OptionItem {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
