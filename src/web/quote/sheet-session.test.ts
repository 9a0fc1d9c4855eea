import { describe, expect, it, vi } from "vitest";
import { newLine, newSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import { SheetSession, type BatchAnswer, type Saved } from "#web/quote/sheet-session.ts";

const start: Saved = {
  version: 1,
  sheet: newSheet({
    currency: "EUR",
    mode: "markup",
    ratePercent: "22",
    lines: [
      newLine({ id: "coach", name: "Coach", currency: "EUR", unitCost: "5900" }),
      newLine({ id: "guide", name: "Guide", currency: "EUR" }),
    ],
  }),
};

const setCost = (lineId: string, was: string, to: string): SheetEdit => ({ kind: "setLine", lineId, field: "unitCost", was, to });
const costOf = (sheet: QuoteSheet, id: string) => sheet.lines.find((line) => line.id === id)?.unitCost;

/** A server that merges as ours does: by field. */
function aServer(first: Saved = start) {
  let stored = first;
  let isAway = false;
  const save = vi.fn((edits: readonly SheetEdit[]): Promise<BatchAnswer> => {
    if (isAway) return Promise.reject(new Error("away"));
    const { sheet, conflicts } = applyEdits(stored.sheet, edits);
    if (conflicts.length > 0) return Promise.resolve({ overtaken: stored, by: { name: "Paul Moreau", at: "2026-11-20T10:00:00Z" } });
    stored = { sheet, version: stored.version + 1 };
    return Promise.resolve({ saved: stored });
  });
  return {
    save,
    stored: () => stored,
    goAway: (away: boolean) => (isAway = away),
    other: (edits: readonly SheetEdit[]) => (stored = { sheet: applyEdits(stored.sheet, edits).sheet, version: stored.version + 1 }),
  };
}

function open(server: ReturnType<typeof aServer>) {
  const onError = vi.fn();
  const session = new SheetSession(start, { save: server.save, onError, now: () => 5, waitMs: 1_000_000 });
  return { session, onError };
}

describe("a sheet that is worked on", () => {
  it("shows what is typed at once, and saves it as one batch", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200")]);
    session.edit([setCost("guide", "0", "180")]);
    expect(costOf(session.state().sheet, "coach")).toBe("6200");
    expect(session.state().status).toBe("typed");
    await session.flush();
    expect(server.save).toHaveBeenCalledTimes(1);
    expect(session.state()).toMatchObject({ status: "saved", version: 2, savedAt: 5 });
    expect(costOf(server.stored().sheet, "guide")).toBe("180");
  });

  it("undoes and redoes, one act after the other", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200"), setCost("guide", "0", "180")]);
    session.edit([{ kind: "removeLine", lineId: "guide" }]);
    await session.flush();
    session.undo();
    expect(costOf(session.state().sheet, "guide")).toBe("180");
    session.undo();
    expect(session.state().sheet).toEqual(start.sheet);
    expect(session.undo()).toBeUndefined();
    session.redo();
    expect(costOf(session.state().sheet, "coach")).toBe("6200");
    await session.flush();
    expect(costOf(server.stored().sheet, "coach")).toBe("6200");
  });

  it("a new act forgets what was undone", () => {
    const { session } = open(aServer());
    session.edit([setCost("coach", "5900", "6200")]);
    session.undo();
    session.edit([setCost("guide", "0", "1")]);
    expect(session.state().canRedo).toBe(false);
  });

  it("keeps another's change of another field, and ours", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200")]);
    session.take(server.other([setCost("guide", "0", "300")]));
    expect(costOf(session.state().sheet, "coach")).toBe("6200");
    expect(costOf(session.state().sheet, "guide")).toBe("300");
    await session.flush();
    expect(session.state().clash).toBeUndefined();
    expect(costOf(server.stored().sheet, "coach")).toBe("6200");
  });

  it("asks about a field both changed: theirs stands until ours is chosen", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200"), setCost("guide", "0", "180")]);
    server.other([setCost("coach", "5900", "6000")]);
    await session.flush();
    expect(session.state().clash?.conflicts).toMatchObject([{ id: "coach", field: "unitCost", mine: "6200", theirs: "6000" }]);
    expect(session.state().clash?.by?.name).toBe("Paul Moreau");
    expect(costOf(session.state().sheet, "coach")).toBe("6000");
    await session.flush();
    expect(costOf(server.stored().sheet, "guide")).toBe("180");
    session.choose("mine");
    await session.flush();
    expect(costOf(server.stored().sheet, "coach")).toBe("6200");
  });

  it("takes theirs when that is chosen", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200")]);
    session.take(server.other([setCost("coach", "5900", "6000")]));
    session.choose("theirs");
    await session.flush();
    expect(session.state()).toMatchObject({ clash: undefined, status: "saved" });
    expect(costOf(session.state().sheet, "coach")).toBe("6000");
  });

  it("keeps what could not be saved, and saves it when tried again", async () => {
    const server = aServer();
    const { session, onError } = open(server);
    server.goAway(true);
    session.edit([setCost("coach", "5900", "6200")]);
    await session.flush();
    expect(onError).toHaveBeenCalledTimes(1);
    expect(session.state().status).toBe("unsaved");
    expect(costOf(session.state().sheet, "coach")).toBe("6200");
    server.goAway(false);
    await session.flush();
    expect(session.state().status).toBe("saved");
    expect(costOf(server.stored().sheet, "coach")).toBe("6200");
  });

  it("does not take back what somebody else has changed since", async () => {
    const server = aServer();
    const { session } = open(server);
    session.edit([setCost("coach", "5900", "6200")]);
    await session.flush();
    session.take(server.other([setCost("coach", "6200", "7000")]));
    expect(session.undo()).toMatchObject([{ field: "unitCost", theirs: "7000" }]);
    expect(costOf(session.state().sheet, "coach")).toBe("7000");
  });
});
