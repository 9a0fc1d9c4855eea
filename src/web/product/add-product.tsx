import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { ask } from "#web/api/api.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Combobox } from "#web/kit/combobox.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useShortcut } from "#web/kit/keyboard.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import type { NewLines, ProductVerbs } from "#web/product/use-products.ts";
import styles from "#web/product/products.module.css";

type AddProductProps = { readonly verbs: ProductVerbs; readonly currency: string };

/** From the catalogue, or free under the name that was typed. Ctrl+Enter opens it from anywhere in the panel. */
export function AddProduct({ verbs, currency }: AddProductProps) {
  const { words } = useSpoken();
  const say = words.product;
  const [isOpen, setIsOpen] = useState(false);
  useShortcut({ keys: "mod+enter", label: say.add, group: words.opportunity.title }, () => setIsOpen(true));
  const add = (line: NewLines[number]): void => {
    setIsOpen(false);
    void verbs.add([line]);
  };
  return (
    <div className={styles.add}>
      {isOpen ? (
        <CatalogueField label={say.add} currency={currency} onChoose={add} onClose={() => setIsOpen(false)} />
      ) : (
        <Button look="quiet" icon={<Icon of={Plus} />} onPress={() => setIsOpen(true)}>
          {say.add} <Kbd keys="mod+enter" />
        </Button>
      )}
    </div>
  );
}

type CatalogueFieldProps = {
  readonly label: string;
  readonly currency: string;
  readonly onChoose: (line: NewLines[number]) => void;
  readonly onClose: () => void;
};

function CatalogueField({ label, onChoose, onClose }: CatalogueFieldProps) {
  const { words } = useSpoken();
  const { locale } = useSurroundings();
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["products", "matches", text],
    queryFn: ({ signal }) => ask("listProducts", { query: { limit: 8, ...(text === "" ? {} : { q: text }) } }, { signal }),
    placeholderData: (before) => before,
  });
  const matches = (found.data?.data ?? []).map(({ id, name, supplier, unitPrice, currency }) => ({
    id,
    label: name,
    detail: [supplier?.name, unitPrice && formatMoney({ amount: unitPrice, currency }, locale)].filter(Boolean).join(" · "),
  }));
  return (
    <div onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <Combobox
        label={label}
        hidesLabel
        autoFocus
        value={null}
        onChange={(product) => product && onChoose({ productId: product.id })}
        matches={matches}
        onSearch={setText}
        isLoading={found.isFetching}
        onCreate={(name) => onChoose({ name })}
        placeholder={words.product.addPlaceholder}
      />
    </div>
  );
}
