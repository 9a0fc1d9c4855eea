import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CustomRecord } from "#domain/custom-field/custom-field.ts";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useCustomWords } from "#web/custom-field/custom-words.ts";
import { CUSTOM_FIELDS, type CustomFieldInfo } from "#web/custom-field/use-custom-fields.ts";

export const useEveryCustomField = (recordType: CustomRecord) =>
  useQuery({
    queryKey: [...CUSTOM_FIELDS, recordType, "archived"],
    queryFn: () => ask("listCustomFields", { query: { recordType, archived: "true" } }),
  });

type EditCustomFields = {
  readonly order: (recordType: CustomRecord, ids: readonly string[]) => void;
  readonly archive: (field: CustomFieldInfo, archived: boolean) => void;
  readonly remove: (field: CustomFieldInfo) => void;
};

export function useEditCustomFields(): EditCustomFields {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const say = useCustomWords();
  const { mutate } = useMutation({
    scope: { id: CUSTOM_FIELDS.join() },
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: (error) => report(error, CUSTOM_FIELDS),
    onSettled: () => client.invalidateQueries({ queryKey: CUSTOM_FIELDS }),
  });
  return {
    order: (recordType, ids) => mutate(() => ask("orderCustomFields", { body: { recordType, ids: [...ids] } })),
    archive: ({ id, version, label }, archived) =>
      mutate(async () => {
        await ask("editCustomField", { params: { id }, body: { archived } }, { ifMatch: version });
        if (archived) offerUndo(say.archivedToast({ name: label }));
      }),
    remove: ({ id, version, label }) =>
      mutate(async () => {
        await ask("deleteCustomField", { params: { id } }, { ifMatch: version });
        offerUndo(say.deleted({ name: label }));
      }),
  };
}
