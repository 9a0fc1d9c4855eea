/**
 * A sheet while it is worked on: shown at once as it is typed, saved in batches, undone and redone, and brought together with
 * what others save meanwhile. Nothing typed is lost: what could not be saved stays, and what met another's value waits for
 * a choice.
 */
import { doEdits, NO_HISTORY, redoEdits, undoEdits, type EditHistory, type Stepped } from "#domain/quote/edit-history.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { compactEdits } from "#domain/quote/sheet-batch.ts";
import { applyEdits, type EditConflict, type SheetEdit } from "#domain/quote/sheet-edit.ts";

export type Saved = { readonly sheet: QuoteSheet; readonly version: number };
/** Who changed what meanwhile, when the server says so. */
export type Overtaking = { readonly name: string; readonly at: string };

/** What the server says to a batch: the sheet as it is now, or that other values stand there. */
export type BatchAnswer = { readonly saved: Saved } | { readonly overtaken: Saved; readonly by: Overtaking | undefined };
export type SaveBatch = (edits: readonly SheetEdit[], version: number) => Promise<BatchAnswer>;

export type Clash = {
  readonly edits: readonly SheetEdit[];
  readonly conflicts: readonly EditConflict[];
  readonly by: Overtaking | undefined;
};

export type SessionState = {
  readonly sheet: QuoteSheet;
  readonly version: number;
  readonly status: "saved" | "typed" | "saving" | "unsaved";
  /** Milliseconds of the last save from here. */
  readonly savedAt: number | undefined;
  /** Edits of ours that met other values. */
  readonly clash: Clash | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export type SessionOptions = {
  readonly save: SaveBatch;
  readonly onError: (error: unknown) => void;
  readonly now: () => number;
  /** How long after the last edit a batch is sent. */
  readonly waitMs?: number;
};

const WAIT_MS = 600;

type Edits = readonly SheetEdit[];

export class SheetSession {
  readonly #options: SessionOptions;
  #saved: Saved;
  #sheet: QuoteSheet;
  #inFlight: Edits = [];
  #pending: Edits = [];
  #history: EditHistory = NO_HISTORY;
  #clash: Clash | undefined;
  #savedAt: number | undefined;
  #hasFailed = false;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners: readonly (() => void)[] = [];
  #told: SessionState | undefined;

  constructor(first: Saved, options: SessionOptions) {
    this.#options = options;
    this.#saved = first;
    this.#sheet = first.sheet;
  }

  readonly state = (): SessionState =>
    (this.#told ??= {
      sheet: this.#sheet,
      version: this.#saved.version,
      status: this.#status(),
      savedAt: this.#savedAt,
      clash: this.#clash,
      canUndo: this.#history.past.length > 0,
      canRedo: this.#history.future.length > 0,
    });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  };

  edit(edits: Edits): void {
    this.#step(doEdits(this.#sheet, this.#history, edits));
  }

  /** Undefined: there was nothing. Conflicts: somebody changed it since, and it stays. */
  undo(): readonly EditConflict[] | undefined {
    return this.#step(undoEdits(this.#sheet, this.#history));
  }

  redo(): readonly EditConflict[] | undefined {
    return this.#step(redoEdits(this.#sheet, this.#history));
  }

  /** Read anew: somebody else saved. */
  take(next: Saved, by?: Overtaking): void {
    if (next.version <= this.#saved.version) return;
    this.#saved = next;
    this.#rebase(by);
    this.#tell();
  }

  /** What was asked about: ours over theirs, or theirs as they stand. */
  choose(keeps: "mine" | "theirs"): void {
    const edits = this.#clash?.edits ?? [];
    this.#clash = undefined;
    if (keeps === "mine") this.edit(overWhatStands(this.#sheet, edits));
    this.#tell();
  }

  /** Everything typed is saved, or could not be: before something is done with the whole version. */
  async settle(): Promise<void> {
    while (this.#running || (this.#pending.length > 0 && !this.#hasFailed)) await (this.#running ?? this.flush());
  }

  /** Saves at once what waits; also what could not be saved before. */
  flush(): Promise<void> {
    this.#running ??= this.#save().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#inFlight.length > 0 || this.#pending.length === 0) return;
    this.#inFlight = compactEdits(this.#pending);
    this.#pending = [];
    this.#hasFailed = false;
    // Typed and taken back again: there is nothing to save.
    if (this.#inFlight.length === 0) return this.#tell();
    this.#tell();
    try {
      this.#answered(await this.#options.save(this.#inFlight, this.#saved.version));
    } catch (error) {
      this.#putBack();
      this.#hasFailed = true;
      this.#options.onError(error);
    }
    this.#schedule();
    this.#tell();
  }

  #answered(answer: BatchAnswer): void {
    if ("saved" in answer) {
      this.#inFlight = [];
      this.#savedAt = this.#options.now();
      this.#keep(answer.saved);
      this.#rebase(undefined);
    } else {
      this.#putBack();
      this.#keep(answer.overtaken);
      this.#rebase(answer.by);
    }
  }

  #putBack(): void {
    this.#pending = [...this.#inFlight, ...this.#pending];
    this.#inFlight = [];
  }

  #keep(next: Saved): void {
    if (next.version >= this.#saved.version) this.#saved = next;
  }

  #step(stepped: Stepped | undefined): readonly EditConflict[] | undefined {
    if (!stepped) return undefined;
    const { sheet, history, inverse, edits, conflicts } = stepped;
    this.#history = history;
    if (inverse.length > 0) {
      this.#sheet = sheet;
      this.#pending = [...this.#pending, ...edits.filter((edit) => !meets(conflicts, edit))];
      this.#hasFailed = false;
      this.#schedule();
    }
    this.#tell();
    return conflicts;
  }

  /** What we typed, over what stands; what meets another value is taken out and asked about. */
  #rebase(by: Overtaking | undefined): void {
    const { standing, met } = apart(this.#saved.sheet, [...this.#inFlight, ...this.#pending]);
    this.#sheet = applyEdits(this.#saved.sheet, standing).sheet;
    if (met.length === 0) return;
    this.#inFlight = this.#inFlight.filter((edit) => standing.includes(edit));
    this.#pending = this.#pending.filter((edit) => standing.includes(edit));
    const edits = [...(this.#clash?.edits ?? []), ...met];
    this.#clash = { edits, conflicts: applyEdits(this.#saved.sheet, edits).conflicts, by: by ?? this.#clash?.by };
  }

  #status(): SessionState["status"] {
    if (this.#inFlight.length > 0) return "saving";
    if (this.#hasFailed) return "unsaved";
    return this.#pending.length > 0 ? "typed" : "saved";
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#pending.length === 0 || this.#hasFailed) return;
    this.#timer = setTimeout(() => void this.flush(), this.#options.waitMs ?? WAIT_MS);
  }

  #tell(): void {
    this.#told = undefined;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the edit is one of those that could not be done. */
function meets(conflicts: readonly EditConflict[], edit: SheetEdit): boolean {
  const id = "lineId" in edit ? edit.lineId : "dayId" in edit ? edit.dayId : null;
  const field = "field" in edit ? edit.field : null;
  return conflicts.some((conflict) => conflict.id === id && conflict.field === field);
}

/** Edits that can stand over what is there, and those that met something else. */
function apart(sheet: QuoteSheet, edits: readonly SheetEdit[]): { readonly standing: SheetEdit[]; readonly met: SheetEdit[] } {
  const standing: SheetEdit[] = [];
  const met: SheetEdit[] = [];
  let now = sheet;
  for (const edit of edits) {
    const applied = applyEdits(now, [edit]);
    if (applied.conflicts.length > 0) met.push(edit);
    else {
      standing.push(edit);
      now = applied.sheet;
    }
  }
  return { standing, met };
}

/** The same values, over those that stand there now; what is gone stays gone. */
function overWhatStands(sheet: QuoteSheet, edits: readonly SheetEdit[]): readonly SheetEdit[] {
  return edits.flatMap((edit): SheetEdit[] => {
    const [conflict] = applyEdits(sheet, [edit]).conflicts;
    if (!conflict) return [edit];
    return conflict.kind === "changed" && "was" in edit ? [{ ...edit, was: conflict.theirs }] : [];
  });
}
