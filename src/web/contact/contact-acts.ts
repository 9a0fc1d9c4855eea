import { useQueryClient } from "@tanstack/react-query";
import type { Contact } from "#contract/contact.ts";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { CONTACTS } from "#web/contact/use-contacts.ts";

/** The gestures on one contact. Each answers whether it was done. */
export function useContactActs() {
  const client = useQueryClient();
  const { contact: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const act = async (work: () => Promise<unknown>, said: string | undefined): Promise<boolean> => {
    try {
      await work();
      if (said !== undefined) offerUndo(said);
      void client.invalidateQueries({ queryKey: CONTACTS });
      return true;
    } catch (error) {
      report(error, CONTACTS);
      return false;
    }
  };
  return {
    remove: (one: Contact) => act(() => ask("deleteContact", { params: { id: one.id } }, { ifMatch: one.version }), say.deletedToast(one)),
    restore: (id: string) => act(() => ask("restoreContact", { params: { id } }), undefined),
  };
}
