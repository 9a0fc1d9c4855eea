import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import type { FactField, TimelineEvent } from "#web/timeline/timeline-event.ts";

/** Fields whose value of before can be written back as it is told. */
const RESTORABLE: Readonly<Record<string, readonly string[]>> = {
  opportunity: [
    "name",
    "description",
    "departsOn",
    "returnsOn",
    "expectedCloseOn",
    "amount",
    "objective",
    "managerId",
    "teamId",
    "sourceId",
  ],
  client: ["name", "legalName", "registrationNumber", "vatNumber", "paymentTerms", "email", "notes", "kindId", "managerId"],
  contact: ["firstName", "lastName", "jobTitle", "email", "notes"],
};
const KEYS: Readonly<Record<string, string>> = { opportunity: "opportunities", client: "clients", contact: "contacts" };

/** Whether one of several fields of a change can be given its value of before, the others left as they are. */
export function isRestorable(event: TimelineEvent, { field }: FactField): boolean {
  const isOne = event.fields.length > 1 && event.kind.endsWith(".edited") && event.undone === null;
  return isOne && event.canUndo && (RESTORABLE[event.record.type]?.includes(field) ?? false);
}

/** As it was: this one value again, as a change of its own. */
export function RestoreValue({
  event,
  field,
  value,
}: {
  readonly event: TimelineEvent;
  readonly field: FactField;
  readonly value: string;
}) {
  const { words } = useSpoken();
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const [isPending, setIsPending] = useState(false);
  const { type, id } = event.record;
  const queryKey = [KEYS[type]];
  const restore = async (): Promise<void> => {
    setIsPending(true);
    try {
      await write(type, id, { [field.field]: plain(field.from) });
      offerUndo(words.timeline.valueRestored({ value }));
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      report(error, queryKey);
    } finally {
      setIsPending(false);
    }
  };
  return (
    <Button size="small" look="link" isPending={isPending} label={words.timeline.restoreValue({ value })} onPress={() => void restore()}>
      {words.common.restore}
    </Button>
  );
}

/** Whoever restores has read what stands there now: beside it. */
async function write(type: string, id: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const params = { id };
  if (type === "client") {
    const { version } = await ask("showClient", { params });
    await ask("editClient", { params, body }, { ifMatch: version });
  } else if (type === "contact") {
    const { version } = await ask("showContact", { params });
    await ask("editContact", { params, body }, { ifMatch: version });
  } else {
    const { version } = await ask("showOpportunity", { params });
    await ask("editOpportunity", { params, body }, { ifMatch: version });
  }
}

/** Money is written by its amount. */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && "amount" in value ? value.amount : (value ?? null);
}
