import { Check } from "lucide-react";
import { ListBoxItem } from "react-aria-components/ListBox";
import { Text } from "react-aria-components/Text";
import { Icon } from "#web/kit/icon.tsx";
import type { Option } from "#web/kit/option.ts";
import styles from "#web/kit/overlay.module.css";

/** A row of a list of choices: words, detail, a tick when chosen. */
export function OptionItem({ id, label, detail, before, isDisabled }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} isDisabled={isDisabled ?? false} className={styles.item ?? ""}>
      {({ isSelected }) => (
        <>
          {before}
          <span className={styles.words}>
            <Text slot="label">{label}</Text>
            {detail && (
              <Text slot="description" className={styles.detail}>
                {detail}
              </Text>
            )}
          </span>
          {isSelected && <Icon of={Check} className={styles.tick} />}
        </>
      )}
    </ListBoxItem>
  );
}
