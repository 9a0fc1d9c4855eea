import { useParams } from "@tanstack/react-router";
import type { Product } from "#contract/product.ts";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { RightPage } from "#web/app/module-right.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { PeriodsPanel } from "#web/catalogue/periods-panel.tsx";
import { ProductHeader, ProductMenu } from "#web/catalogue/product-header.tsx";
import { ProductRecord } from "#web/catalogue/product-record.tsx";
import { useMayReadCatalogue, useProduct } from "#web/catalogue/use-catalogue.ts";
import { useProductEdits } from "#web/catalogue/use-catalogue-edits.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/record-page.module.css";

/** Everything about one product of the catalogue. */
export function ProductPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <Loader />
    </RightPage>
  );
}

function Loader() {
  const { words } = useAllSpoken();
  const query = useProduct(String(useParams({ strict: false }).id));
  const isPhone = useIsPhone();
  useLiveUpdates();
  useDocumentTitle(query.data?.name);
  return (
    <Page
      title={words.catalogue.title}
      hasOwnHeading={query.data !== undefined}
      phoneActions={query.data && isPhone && <ProductMenu product={query.data} />}
      back={{ href: "/products", label: words.common.back }}
    >
      <div className={styles.content}>
        <Loaded query={query} label={words.catalogue.products.loadingOne} frame={<Block height={480} />}>
          {(product) => <Content key={product.id} product={product} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Content({ product }: { product: Product }) {
  const edits = useProductEdits(product);
  return (
    <>
      <ProductHeader product={product} edits={edits} />
      <div className={styles.columns}>
        <div className={styles.left}>
          <PeriodsPanel product={product} />
        </div>
        <ProductRecord product={product} edits={edits} />
      </div>
    </>
  );
}
