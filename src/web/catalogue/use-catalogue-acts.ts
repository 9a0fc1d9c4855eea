import { useQueryClient } from "@tanstack/react-query";
import type { Product } from "#contract/product.ts";
import type { Supplier } from "#contract/supplier.ts";
import { ApiProblem, ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useAllWords } from "#web/app/words.ts";
import { PRODUCTS, SUPPLIERS } from "#web/catalogue/use-catalogue.ts";
import { useToasts } from "#web/kit/toast.tsx";

/** Deleting, with the way back. Each answers whether it was done. */
export function useCatalogueActs() {
  const client = useQueryClient();
  const { products, suppliers } = useAllWords().catalogue;
  const { offerUndo } = useUndo();
  const report = useReport();
  const toasts = useToasts();
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: PRODUCTS });
    void client.invalidateQueries({ queryKey: SUPPLIERS });
  };
  const removeProduct = async (one: Product): Promise<boolean> => {
    try {
      await ask("deleteProduct", { params: { id: one.id } }, { ifMatch: one.version });
      offerUndo(products.deletedToast(one));
      refresh();
      return true;
    } catch (error) {
      report(error, PRODUCTS);
      return false;
    }
  };
  const removeSupplier = async (one: Supplier): Promise<boolean> => {
    try {
      await ask("deleteSupplier", { params: { id: one.id } }, { ifMatch: one.version });
      offerUndo(suppliers.deletedToast(one));
      refresh();
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "record.inUse") {
        toasts.show({ text: suppliers.inUse({ name: one.name, n: Number(error.body["products"] ?? 0) }), kind: "error" });
      } else report(error, SUPPLIERS);
      return false;
    }
  };
  return { removeProduct, removeSupplier };
}
