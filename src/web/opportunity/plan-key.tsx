import { useActivityDialog } from "#web/activity/use-activity-dialog.tsx";
import { useSpoken } from "#web/app/words.ts";

/** A plans an activity on the card or row that has the focus; without one the dialog asks for which opportunity. */
export function PlanKey({ focused }: { readonly focused: () => { readonly id: string } | undefined }) {
  const { title } = useSpoken().words.opportunity;
  const { dialog } = useActivityDialog({ owner: () => ({ opportunityId: focused()?.id ?? null }), group: title });
  return dialog;
}
