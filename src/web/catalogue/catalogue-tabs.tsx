import { useAllWords } from "#web/app/words.ts";
import { ModeTabs } from "#web/kit/mode-tabs.tsx";

/** The two lists of the catalogue. */
export function CatalogueTabs({ value }: { value: "products" | "suppliers" }) {
  const { views, products, suppliers } = useAllWords().catalogue;
  return (
    <ModeTabs
      label={views}
      value={value}
      items={[
        { id: "products", label: products.title, href: "/products" },
        { id: "suppliers", label: suppliers.title, href: "/suppliers" },
      ]}
    />
  );
}
