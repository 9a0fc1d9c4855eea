import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import styles from "#web/kit/tabs.module.css";

export type TabItem = { id: string; label: string; count?: number };

export type TabsProps = {
  /** The name of the row of tabs. */
  label: string;
  items: readonly TabItem[];
  value: string;
  onChange: (id: string) => void;
  /** The panel of the chosen tab. */
  children: ReactNode;
};

/** A row of tabs; a native select on phone. */
export function Tabs({ label, items, value, onChange, children }: TabsProps) {
  return (
    <AriaTabs
      className={styles.tabs ?? ""}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className={styles.list ?? ""}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles.tab ?? ""}>
            {item.label}
            {item.count !== undefined && <span className={styles.count}> {item.count}</span>}
          </Tab>
        ))}
      </TabList>
      <div className={styles.select}>
        <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.count === undefined ? item.label : `${item.label} (${item.count})`}
            </option>
          ))}
        </select>
      </div>
      <TabPanel key={value} id={value} className={styles.panel ?? ""}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
