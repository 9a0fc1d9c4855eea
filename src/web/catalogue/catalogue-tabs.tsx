import { useAllWords } from "#web/app/words.ts";
import { ModeTabs } from "#web/kit/mode-tabs.tsx";

/** The lists of the catalogue. */
export function CatalogueTabs({ value }: { value: "products" | "suppliers" | "steps" | "templates" }) {
  const { views, products, suppliers, steps, templates } = useAllWords().catalogue;
  return (
    <ModeTabs
      label={views}
      value={value}
      items={[
        { id: "products", label: products.title, href: "/products" },
        { id: "steps", label: steps.title, href: "/steps" },
        { id: "templates", label: templates.title, href: "/trip-templates" },
        { id: "suppliers", label: suppliers.title, href: "/suppliers" },
      ]}
    />
  );
}
