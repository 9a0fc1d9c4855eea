import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import { isOffline } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";
import { whatStands, writeOver, type Overtaker, type Versioned } from "#web/app/write-over.ts";

/** A change that was refused because somebody else's came before it. */
export type Conflict = {
  readonly field: string;
  /** What was typed here, in words. */
  readonly mine: string;
  readonly by: Overtaker | undefined;
  /** Writes ours over theirs. */
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

export type RecordEdits<Change> = {
  readonly canEdit: boolean;
  readonly conflict: Conflict | undefined;
  /** Refused only when nothing answers: the field then keeps what was typed. */
  readonly save: (edit: FieldEdit<Change>) => Promise<void>;
};

export type FieldEdit<Change> = {
  readonly field: string;
  readonly change: Change;
  /** What was typed, in words. */
  readonly mine: string;
  /** The value is no more what it was when its editor opened: somebody else's change came in. */
  readonly isOvertaken: boolean;
};

type Editable = Versioned & { readonly can: { readonly edit: boolean } };

export type EditOptions<One extends Editable, Change> = {
  readonly record: One;
  /** Where the record is kept, and what else shows it. */
  readonly keys: { readonly one: QueryKey; readonly all: QueryKey };
  readonly write: (change: Change, version: number) => Promise<One>;
};

/** Saves one field at a time with the version that was seen; where somebody else changed the same field, both values are offered in its place. */
export function useRecordEdits<One extends Editable, Change extends object>(options: EditOptions<One, Change>): RecordEdits<Change> {
  const { record, keys, write } = options;
  const client = useQueryClient();
  const report = useReport();
  const [conflict, setConflict] = useState<Conflict>();
  const offer = ({ field, mine, change }: FieldEdit<Change>, current: One, by: Overtaker | undefined): void => {
    const again = { field, mine, change, isOvertaken: false };
    const keepMine = (): void => void save(again, current).catch((error: unknown) => report(error, keys.all));
    setConflict({ field, mine, by, keepMine, takeTheirs: () => setConflict(undefined) });
  };
  const save = async (edit: FieldEdit<Change>, seen: One): Promise<void> => {
    try {
      const written = edit.isOvertaken
        ? { overtaken: await whatStands(seen, edit.change, write) }
        : await writeOver(seen, edit.change, write);
      if ("overtaken" in written) {
        const { current, by } = written.overtaken;
        client.setQueryData(keys.one, current);
        return offer(edit, current, by);
      }
      setConflict(undefined);
      client.setQueryData(keys.one, written.saved);
      await client.invalidateQueries({ queryKey: keys.all });
    } catch (error) {
      if (isOffline(error)) throw error;
      report(error, keys.all);
    }
  };
  return { canEdit: record.can.edit, conflict, save: (edit) => save(edit, record) };
}
