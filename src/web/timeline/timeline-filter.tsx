import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import { TIMELINE_PARTS } from "#contract/timeline-part.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { ChipButton } from "#web/kit/chip.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { SearchField } from "#web/kit/search-field.tsx";
import { fieldName } from "#web/timeline/field-name.ts";
import styles from "#web/timeline/timeline.module.css";

export type TimelineFilter = {
  readonly show?: (typeof TIMELINE_PARTS)[number];
  /** The story of one field: its values, each as it was. */
  readonly field?: string;
};

/** What is shown is kept in the address. */
export function useTimelineFilter(): {
  readonly filter: TimelineFilter;
  readonly set: (change: Record<string, string | undefined>) => void;
} {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = TIMELINE_PARTS.find((part) => part === search["show"]);
  const field = typeof search["field"] === "string" && /^[a-zA-Z]{1,40}$/.test(search["field"]) ? search["field"] : undefined;
  const set = (change: Record<string, string | undefined>): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));
    void navigate({ to: ".", search: next, replace: true });
  };
  return { filter: { ...(show ? { show } : {}), ...(field === undefined ? {} : { field }) }, set };
}

const PARTS = ["activities", "changes", "exchanges", "documents"] as const;

type BarProps = {
  readonly filter: TimelineFilter;
  readonly set: (change: Record<string, string | undefined>) => void;
  readonly q: string;
  readonly onSearch: (q: string) => void;
  /** Without the right to activities there is nothing but changes. */
  readonly hasParts: boolean;
  readonly hasDocuments: boolean;
};

export function TimelineBar({ filter, set, q, onSearch, hasParts, hasDocuments }: BarProps) {
  const { words } = useSpoken();
  const say = words.timeline;
  return (
    <div className={styles.bar}>
      {hasParts && (
        <div role="group" aria-label={say.part} className={styles.parts}>
          <ChipButton isPressed={filter.show === undefined} onPress={() => set({ show: undefined })}>
            {say.show.all}
          </ChipButton>
          {(hasDocuments ? PARTS : PARTS.slice(0, 3)).map((part) => (
            <ChipButton key={part} isPressed={filter.show === part} onPress={() => set({ show: part })}>
              {say.show[part]}
            </ChipButton>
          ))}
        </div>
      )}
      {filter.field !== undefined && (
        <Button size="small" icon={<Icon of={X} size={14} />} onPress={() => set({ field: undefined })}>
          {say.story({ field: fieldName(filter.field, words) ?? filter.field })}
        </Button>
      )}
      <div className={styles.search}>
        <SearchField label={say.search} value={q} onChange={onSearch} />
      </div>
    </div>
  );
}
