import { Search } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import styles from "#web/kit/search-button.module.css";

export type SearchButtonProps = { label: string; onPress: () => void; kbd?: string };

/** Looks like the search of the top bar, opens the palette. */
export function SearchButton({ label, onPress, kbd }: SearchButtonProps) {
  return (
    <Button className={styles.search ?? ""} onPress={onPress}>
      <Icon of={Search} />
      <span className={styles.label}>{label}</span>
      {kbd !== undefined && <Kbd keys={kbd} />}
    </Button>
  );
}
