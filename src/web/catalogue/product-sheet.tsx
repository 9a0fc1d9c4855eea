import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { isCountedByCapacity } from "#domain/product/product.ts";
import { ask } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { useAllSpoken } from "#web/app/words.ts";
import { ProductFields, type NewProduct } from "#web/catalogue/product-fields.tsx";
import { RecordSheet } from "#web/contact/record-sheet.tsx";
import { useCreateRecord } from "#web/contact/use-create-record.ts";

function blank(currency: string): NewProduct {
  return {
    name: "",
    publicName: "",
    category: "other",
    supplier: null,
    country: null,
    place: "",
    quantityType: "perPerson",
    capacity: null,
    currency,
    unitCost: null,
    unitPrice: null,
  };
}

/** A new product: only its name is needed. */
export function ProductSheet() {
  const { words } = useAllSpoken();
  const say = words.catalogue.products.create;
  const navigate = useNavigate();
  const { rights, workspace } = useMe();
  const [values, setValues] = useState(() => blank(workspace.currency));
  const [isAsked, setIsAsked] = useState(false);
  const create = useCreateRecord(({ id }) => navigate({ to: "/products/$id", params: { id } }), say.created);
  const submit = (): void => {
    setIsAsked(true);
    if (values.name.trim() !== "") void create.run(() => ask("createProduct", { body: bodyOf(values, rights.costs) }));
  };
  return (
    <RecordSheet
      title={say.title}
      note={say.note}
      submitLabel={say.submit}
      onSubmit={submit}
      isPending={create.isPending}
      isStarted={JSON.stringify({ ...values, name: "" }) !== JSON.stringify(blank(workspace.currency))}
    >
      <ProductFields
        values={values}
        set={(change) => setValues((before) => ({ ...before, ...change }))}
        nameError={isAsked && values.name.trim() === "" ? say.nameRequired : undefined}
        problem={create.problem}
      />
    </RecordSheet>
  );
}

/** Costs one may not see are not written; a capacity only where it counts. */
function bodyOf(values: NewProduct, seesCosts: boolean): Parameters<typeof ask<"createProduct">>[1]["body"] {
  const { name, publicName, supplier, country, place, capacity, unitCost, ...rest } = values;
  return {
    ...rest,
    name: name.trim(),
    publicName: publicName.trim() || null,
    supplierId: supplier?.id ?? null,
    destination: { country, place: place.trim() || null },
    capacity: isCountedByCapacity(values.quantityType) ? capacity : null,
    ...(seesCosts ? { unitCost } : {}),
  };
}
