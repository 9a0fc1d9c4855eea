import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, isOffline } from "#web/api/api.ts";
import { useReport } from "#web/app/use-report.ts";

/** Who changed the record while it was being edited here, and when. */
export type Overtaker = { readonly name: string; readonly at: string };

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

type Versioned = { readonly id: string; readonly version: number; readonly can: { readonly edit: boolean } };

export type EditOptions<Record extends Versioned, Change> = {
  readonly record: Record;
  /** Where the record is kept, and what else shows it. */
  readonly keys: { readonly one: QueryKey; readonly all: QueryKey };
  readonly write: (change: Change, version: number) => Promise<Record>;
  readonly lastChange: () => Promise<Overtaker | undefined>;
};

/** Saves one field at a time with the version that was seen; when that is stale, both values are offered where the field stands. */
export function useRecordEdits<Record extends Versioned, Change>(options: EditOptions<Record, Change>): RecordEdits<Change> {
  const { record, keys, write, lastChange } = options;
  const client = useQueryClient();
  const report = useReport();
  const [conflict, setConflict] = useState<Conflict>();
  const offer = async (edit: FieldEdit<Change>, version: number): Promise<void> => {
    const by = await lastChange();
    const { field, mine } = edit;
    setConflict({
      field,
      mine,
      by,
      keepMine: () => void save(edit, version).catch((error: unknown) => report(error, keys.all)),
      takeTheirs: () => setConflict(undefined),
    });
  };
  const save = async (edit: FieldEdit<Change>, version: number): Promise<void> => {
    try {
      const saved = await write(edit.change, version);
      setConflict(undefined);
      client.setQueryData(keys.one, saved);
      await client.invalidateQueries({ queryKey: keys.all });
    } catch (error) {
      const current = staleOf<Record>(error);
      if (isOffline(error)) throw error;
      if (!current) return report(error, keys.all);
      client.setQueryData(keys.one, current);
      await offer(edit, current.version);
    }
  };
  return {
    canEdit: record.can.edit,
    conflict,
    save: (edit) => (edit.isOvertaken ? offer(edit, record.version) : save(edit, record.version)),
  };
}

/** The record as it is now, when the refusal was that ours is old. */
function staleOf<Record>(error: unknown): Record | undefined {
  return error instanceof ApiProblem && error.code === "record.stale" ? (error.body["current"] as Record | undefined) : undefined;
}
