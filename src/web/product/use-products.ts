import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, type Answer } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";

export type Panel = Answer<"listProductLines">;
export type Line = Panel["data"][number];
export type LineChange = Parameters<typeof ask<"editProductLine">>[1]["body"];
export type NewLines = Parameters<typeof ask<"addProductLines">>[1]["body"]["lines"];

/** Under the opportunity's key: what changes it asks for its products again. */
const OPPORTUNITIES = ["opportunities"] as const;
export const productsKey = (id: string) => [...OPPORTUNITIES, "products", id] as const;

export function useProducts(opportunityId: string) {
  return useQuery({
    queryKey: productsKey(opportunityId),
    queryFn: ({ signal }) => ask("listProductLines", { params: { id: opportunityId } }, { signal }),
  });
}

/** The verbs of the panel. Each answers the panel as it is then; the amount of the opportunity is asked for again. */
export function useProductVerbs(opportunityId: string) {
  const client = useQueryClient();
  const report = useReport();
  const { offerUndo } = useUndo();
  const run = async (work: () => Promise<Panel>, said?: string): Promise<boolean> => {
    try {
      const panel = await work();
      client.setQueryData(productsKey(opportunityId), panel);
      if (said !== undefined) offerUndo(said);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      return true;
    } catch (error) {
      report(error, OPPORTUNITIES);
      return false;
    }
  };
  const params = { id: opportunityId };
  return {
    add: (lines: NewLines, { at, said }: { readonly at?: number | undefined; readonly said?: string } = {}) =>
      run(() => ask("addProductLines", { params, body: { lines, ...(at === undefined ? {} : { at }) } }), said),
    edit: (line: Line, body: LineChange) => run(() => ask("editProductLine", { params: { ...params, lineId: line.id }, body })),
    remove: (line: Line, said: string) => run(() => ask("removeProductLine", { params: { ...params, lineId: line.id } }), said),
  };
}

export type ProductVerbs = ReturnType<typeof useProductVerbs>;
