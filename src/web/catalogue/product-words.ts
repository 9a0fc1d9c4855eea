import type { Product } from "#contract/product.ts";
import { isCountedByCapacity, PRODUCT_CATEGORIES, QUANTITY_TYPES } from "#domain/product/product.ts";
import { countryName } from "#web/app/countries.ts";
import type { Option } from "#web/kit/option.ts";
import type { Words } from "#words/en.ts";

export function categoryOptions(words: Words): Option[] {
  return PRODUCT_CATEGORIES.map((id) => ({ id, label: words.catalogue.products.category[id] }));
}

export function quantityTypeOptions(words: Words): Option[] {
  return QUANTITY_TYPES.map((id) => ({ id, label: words.catalogue.products.quantityType[id] }));
}

/** "Naples, Italy" */
export function destinationText({ country, place }: Product["destination"], locale: string): string {
  return [place, country && countryName(country, locale)].filter(Boolean).join(", ");
}

/** "whole room (2)" */
export function countedText({ quantityType, capacity }: Pick<Product, "quantityType" | "capacity">, words: Words): string {
  const say = words.catalogue.products;
  const counted = say.quantityType[quantityType];
  return capacity !== null && isCountedByCapacity(quantityType) ? say.capacityOf({ counted, n: capacity }) : counted;
}
