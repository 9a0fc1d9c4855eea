import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import type { Product } from "#contract/product.ts";
import { Neighbours } from "#web/app/neighbours.tsx";
import { RecordName } from "#web/app/record-name.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { destinationText } from "#web/catalogue/product-words.ts";
import { useCatalogueActs } from "#web/catalogue/use-catalogue-acts.ts";
import type { ProductEdits } from "#web/catalogue/use-catalogue-edits.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/record-page.module.css";

/** Its two names, what it is, from whom and where. */
export function ProductHeader({ product, edits }: { product: Product; edits: ProductEdits }) {
  const { words, locale } = useAllSpoken();
  const say = words.catalogue.products;
  const isPhone = useIsPhone();
  const { name, publicName, supplier } = product;
  const destination = destinationText(product.destination, locale);
  return (
    <header className={styles.header}>
      <div className={styles.trail}>
        <Link href="/products" look="quiet">
          {say.title}
        </Link>
        <Neighbours of="products" id={product.id} words={say} />
      </div>
      <div className={styles.top}>
        <RecordName
          edits={edits}
          label={say.field.name}
          value={name}
          changeOf={(next) => ({ name: next })}
          required={say.create.nameRequired}
        />
        <Pill>{say.category[product.category]}</Pill>
      </div>
      <div className={styles.acts}>{!isPhone && <ProductMenu product={product} />}</div>
      <div className={styles.facts}>
        {publicName !== null && publicName !== name && <span>{say.publicName({ name: publicName })}</span>}
        {supplier && <Link href={`/suppliers?open=${supplier.id}`}>{supplier.name}</Link>}
        {destination !== "" && <span>{destination}</span>}
      </div>
    </header>
  );
}

export function ProductMenu({ product }: { product: Product }) {
  const { act } = useAllSpoken().words.catalogue.products;
  const { removeProduct } = useCatalogueActs();
  const navigate = useNavigate();
  const run = async (id: string): Promise<void> => {
    if (id === "copy") await navigator.clipboard.writeText(location.href);
    if (id === "delete" && (await removeProduct(product))) await navigate({ to: "/products" });
  };
  const items = [{ id: "copy", label: act.copyLink }, ...(product.can.delete ? [{ id: "delete", label: act.delete, isDanger: true }] : [])];
  return (
    <Menu
      label={act.more}
      trigger={<IconButton icon={Ellipsis} label={act.more} />}
      groups={[{ id: "acts", items }]}
      onAction={(id) => void run(id)}
    />
  );
}
