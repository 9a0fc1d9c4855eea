import { Plus } from "lucide-react";
import type { Product } from "#contract/product.ts";
import { countryOptions } from "#web/app/countries.ts";
import { ExportButton } from "#web/app/export-button.tsx";
import type { ListFilter } from "#web/app/list-filters.tsx";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { RightPage } from "#web/app/module-right.tsx";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { CatalogueTabs } from "#web/catalogue/catalogue-tabs.tsx";
import { figuresOn, useProductColumns } from "#web/catalogue/product-columns.tsx";
import { categoryOptions } from "#web/catalogue/product-words.ts";
import { useMayReadCatalogue, useMayWriteCatalogue, useProductRows, useSupplier } from "#web/catalogue/use-catalogue.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { formatMoney } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { SupplierField } from "#web/product/supplier-cell.tsx";

const FILTERS = ["q", "category", "supplierId", "country"] as const;

/** Everything the agency can sell: found, filtered, sorted, opened. */
export function ProductListPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <List />
    </RightPage>
  );
}

function List() {
  const { words } = useAllSpoken();
  const say = words.catalogue.products;
  const search = useListSearch(FILTERS);
  const sort = search.sort ?? "name";
  const rows = useProductRows(search.filters, sort);
  const mayCreate = useMayWriteCatalogue();
  const columns = useProductColumns();
  const filters = useProductFilters(search.filters.supplierId);
  const isPhone = useIsPhone();
  const detailOf = useDetail();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "product" });
  return (
    <RecordListPage<Product>
      title={words.catalogue.title}
      tabs={<CatalogueTabs value="products" />}
      search={search}
      searchLabel={say.search}
      filters={filters}
      rows={rows}
      loading={say.loading}
      countOf={(n) => say.count({ n })}
      noResult={say.noResult}
      sort={sort}
      sequence="products"
      actions={
        !isPhone && (
          <>
            <ExportButton list="products" filters={search.filters} />
            {mayCreate && (
              <Button onPress={create} icon={<Icon of={Plus} />}>
                {say.new}
              </Button>
            )}
          </>
        )
      }
      phoneActions={mayCreate && <IconButton icon={Plus} label={say.new} onPress={create} />}
      empty={
        <EmptyState
          title={say.empty.title}
          actions={
            mayCreate && (
              <Button look="primary" onPress={create}>
                {say.new}
              </Button>
            )
          }
        >
          {say.empty.text}
        </EmptyState>
      }
      table={{
        label: say.table,
        name: { label: say.field.name, sort: "name" },
        columns,
        hrefOf: ({ id }) => `/products/${id}`,
        subtitleOf: ({ name, publicName }) => (publicName === null || publicName === name ? undefined : publicName),
        detailOf,
      }}
    />
  );
}

/** On a phone: what it is, from whom, for how much. */
function useDetail(): (product: Product) => string {
  const { words } = useAllSpoken();
  const { today, locale } = useSurroundings();
  return (product) => {
    const { price, currency } = figuresOn(product, today);
    const shown = price === null ? null : formatMoney({ amount: price, currency }, locale);
    return [words.catalogue.products.category[product.category], product.supplier?.name, shown].filter(Boolean).join(" · ");
  };
}

function useProductFilters(supplierId: string | undefined): ListFilter[] {
  const { words, locale } = useAllSpoken();
  const { field } = words.catalogue.products;
  const supplier = useSupplier(supplierId).data;
  return [
    { name: "category", label: field.category, kind: "choice", options: categoryOptions(words) },
    {
      name: "supplierId",
      label: field.supplier,
      kind: "record",
      shown: supplier?.name ?? "…",
      editor: (choose) => (
        <SupplierField
          label={field.supplier}
          value={supplier ? { id: supplier.id, label: supplier.name } : null}
          onChange={(option) => option && choose(option.id)}
          isFilter
        />
      ),
    },
    { name: "country", label: field.country, kind: "search", options: countryOptions(locale) },
  ];
}
