import { useEffect, useRef } from "react";
import { useSpoken } from "#web/app/words.ts";
import type { Overtaker } from "#web/app/write-over.ts";
import { Button } from "#web/kit/button.tsx";
import { formatInstant } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/app/conflict-values.module.css";

export type ConflictRow = { readonly field: string; readonly label: string; readonly mine: string; readonly theirs: string };

type ConflictValuesProps = {
  /** The record, where several are on screen. */
  readonly name?: string;
  readonly by: Overtaker | undefined;
  readonly rows: readonly ConflictRow[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** Several fields at once: both values of each, who wrote the other ones and when. One of the two stays. */
export function ConflictValues({ name, by, rows, onKeep, onTake }: ConflictValuesProps) {
  const { words, locale } = useSpoken();
  const { timeZone } = useSurroundings();
  const say = words.common.conflict;
  const region = useRef<HTMLElement>(null);
  useEffect(() => region.current?.focus(), []);
  return (
    <section ref={region} role="alert" aria-label={say.title} tabIndex={-1} className={styles.chooser}>
      <p className={styles.title}>
        <b>{say.title}</b> {name}
        {by && <span>{say.whom({ name: by.name, at: formatInstant(by.at, locale, timeZone) })}</span>}
      </p>
      <table className={styles.values}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say.mine}</th>
            <th scope="col">{say.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.acts}>
        <Button look="primary" size="small" onPress={onKeep}>
          {say.keepMine}
        </Button>
        <Button size="small" onPress={onTake}>
          {say.takeTheirs}
        </Button>
      </p>
    </section>
  );
}
