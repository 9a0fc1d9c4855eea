/** How a line is counted, as it is written on screen, in a file or by the API; in any of the languages, accents aside. */
import { QUANTITY_TYPES, type QuantityType } from "#domain/product/product.ts";

const WRITTEN: Readonly<Record<QuantityType, readonly string[]>> = {
  perPerson: ["per person", "par personne", "a persona", "pers", "pax", "pp"],
  perAdult: ["per adult", "par adulte", "ad adulto", "per adulto"],
  perChild: ["per child", "par enfant", "a bambino", "per bambino"],
  perGroup: ["per group", "par groupe", "forfait groupe", "forfait", "a gruppo", "per gruppo", "flat"],
  perCapacity: ["per capacity", "par capacite", "a capienza", "per capienza"],
  roomShared: ["shared room", "chambre partagee", "camera condivisa", "par chambre", "per room", "a camera"],
  roomWhole: ["whole room", "chambre entiere", "camera intera"],
  perVehicleInUse: ["per vehicle in use", "par vehicule engage", "per veicolo impiegato"],
  percentage: ["percentage", "pourcentage", "percentuale", "%"],
};

/** The places in brackets are left aside: "chambre partagée (2)". */
export function quantityTypeIn(text: string): QuantityType | undefined {
  const plain = plainOf(text.replace(/\(.*\)/, ""));
  return QUANTITY_TYPES.find((type) => plain === plainOf(type) || WRITTEN[type].includes(plain));
}

function plainOf(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
