import { Plus } from "lucide-react";
import type { Supplier } from "#contract/supplier.ts";
import { countryName } from "#web/app/countries.ts";
import { useListSearch } from "#web/app/list-search.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { RightPage } from "#web/app/module-right.tsx";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { RecordListPage } from "#web/app/record-list-page.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { CatalogueTabs } from "#web/catalogue/catalogue-tabs.tsx";
import { OpenSupplier } from "#web/catalogue/open-supplier.tsx";
import { useSupplierColumns } from "#web/catalogue/supplier-columns.tsx";
import { useMayReadCatalogue, useMayWriteCatalogue, useSupplierRows } from "#web/catalogue/use-catalogue.ts";
import { Button } from "#web/kit/button.tsx";
import { EmptyState } from "#web/kit/empty-state.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";

/** Whom the agency buys from: found by name or city, opened beside the list. */
export function SupplierListPage() {
  const { title, noRight } = useAllSpoken().words.catalogue;
  return (
    <RightPage may={useMayReadCatalogue()} title={title} what={noRight}>
      <List />
    </RightPage>
  );
}

function List() {
  const { words, locale } = useAllSpoken();
  const say = words.catalogue.suppliers;
  const search = useListSearch(["q"]);
  const opened = useListSearch(["open"]);
  const { q } = search.filters;
  const rows = useSupplierRows(q);
  const mayCreate = useMayWriteCatalogue();
  const columns = useSupplierColumns();
  const isPhone = useIsPhone();
  useLiveUpdates();
  const create = (): void => openNewRecord({ kind: "supplier" });
  const { open } = opened.filters;
  return (
    <>
      <RecordListPage<Supplier>
        title={words.catalogue.title}
        tabs={<CatalogueTabs value="suppliers" />}
        search={search}
        searchLabel={say.search}
        filters={[]}
        rows={rows}
        loading={say.loading}
        countOf={(n) => say.count({ n })}
        noResult={say.noResult}
        sort="name"
        actions={
          mayCreate &&
          !isPhone && (
            <Button onPress={create} icon={<Icon of={Plus} />}>
              {say.new}
            </Button>
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
          name: { label: say.field.name },
          columns,
          hrefOf: ({ id }) => `/suppliers?${String(new URLSearchParams({ ...(q === undefined ? {} : { q }), open: id }))}`,
          detailOf: ({ city, country, products }) =>
            [city, country && countryName(country, locale), say.products({ n: products })].filter(Boolean).join(" · "),
        }}
      />
      {open !== undefined && <OpenSupplier key={open} id={open} onClose={() => opened.set({ open: undefined })} />}
    </>
  );
}
