import type { Supplier } from "#contract/supplier.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { SupplierFacts } from "#web/catalogue/supplier-facts.tsx";
import { useSupplier } from "#web/catalogue/use-catalogue.ts";
import { useCatalogueActs } from "#web/catalogue/use-catalogue-acts.ts";
import { Button } from "#web/kit/button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Block } from "#web/kit/loading-frame.tsx";
import { Sheet } from "#web/kit/sheet.tsx";

type OpenSupplierProps = { readonly id: string; readonly onClose: () => void };

/** One supplier beside the list: its facts changed in place. */
export function OpenSupplier({ id, onClose }: OpenSupplierProps) {
  const { words } = useAllSpoken();
  const say = words.catalogue.suppliers;
  const query = useSupplier(id);
  const supplier = query.data;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={supplier?.name ?? say.title}
      note={supplier && <ProductsOf supplier={supplier} />}
      footer={supplier?.can.delete && <DeleteSupplier supplier={supplier} onDone={onClose} />}
    >
      <Loaded query={query} label={say.loadingOne} frame={<Block height={320} />}>
        {(one) => <SupplierFacts supplier={one} />}
      </Loaded>
    </Sheet>
  );
}

function ProductsOf({ supplier: { id, name, products } }: { supplier: Supplier }) {
  const { words } = useAllSpoken();
  const say = words.catalogue.suppliers;
  if (products === 0) return null;
  return (
    <Link href={`/products?supplierId=${id}`} title={say.productsOf({ name })}>
      {say.products({ n: products })}
    </Link>
  );
}

function DeleteSupplier({ supplier, onDone }: { supplier: Supplier; onDone: () => void }) {
  const { words } = useAllSpoken();
  const { removeSupplier } = useCatalogueActs();
  const remove = async (): Promise<void> => {
    if (await removeSupplier(supplier)) onDone();
  };
  return (
    <Button look="danger-quiet" onPress={() => void remove()}>
      {words.catalogue.suppliers.delete}
    </Button>
  );
}
