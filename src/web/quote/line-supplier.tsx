import { useQuery } from "@tanstack/react-query";
import type { SheetLine } from "#domain/quote/quote-sheet.ts";
import { ask } from "#web/api/api.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { SupplierField } from "#web/product/supplier-cell.tsx";

type LineSupplierProps = { readonly line: SheetLine; readonly onChange: (supplierId: string | null) => void };

/** Whom the line is bought from. */
export function LineSupplier({ line, onChange }: LineSupplierProps) {
  const { words } = useAllSpoken();
  const { supplierId } = line;
  const known = useQuery({
    queryKey: ["suppliers", "one", supplierId],
    queryFn: ({ signal }) => ask("showSupplier", { params: { id: supplierId ?? "" } }, { signal }),
    enabled: supplierId !== null,
    retry: false,
  });
  const value = supplierId === null ? null : { id: supplierId, label: known.data?.name ?? "…" };
  return <SupplierField isInForm label={words.quoting.line.supplier} value={value} onChange={(next) => onChange(next?.id ?? null)} />;
}
