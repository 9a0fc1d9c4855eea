import type { Product } from "#contract/product.ts";
import type { Supplier } from "#contract/supplier.ts";
import { ask } from "#web/api/api.ts";
import { useRecordEdits, type RecordEdits } from "#web/app/record-edits.ts";
import { PRODUCTS, productKey, SUPPLIERS, supplierKey } from "#web/catalogue/use-catalogue.ts";

export type ProductChange = Parameters<typeof ask<"editProduct">>[1]["body"];
export type ProductEdits = RecordEdits<ProductChange>;
export type SupplierChange = Parameters<typeof ask<"editSupplier">>[1]["body"];
export type SupplierEdits = RecordEdits<SupplierChange>;

export function useProductEdits(product: Product): ProductEdits {
  return useRecordEdits<Product, ProductChange>({
    record: product,
    keys: { one: productKey(product.id), all: PRODUCTS },
    write: (body, version) => ask("editProduct", { params: { id: product.id }, body }, { ifMatch: version }),
  });
}

export function useSupplierEdits(supplier: Supplier): SupplierEdits {
  return useRecordEdits<Supplier, SupplierChange>({
    record: supplier,
    keys: { one: supplierKey(supplier.id), all: SUPPLIERS },
    write: (body, version) => ask("editSupplier", { params: { id: supplier.id }, body }, { ifMatch: version }),
  });
}
