/** Words of the file that a costing is exported to. */
import type { Locale } from "#domain/shared/actor.ts";
import type { QuantityType } from "#domain/product/product.ts";
import type { LinePart, PricingMode } from "#domain/quote/costing.ts";

type CostingFileWords = {
  readonly file: string;
  readonly columns: readonly string[];
  readonly general: string;
  readonly cost: (p: { payers: number }) => string;
  readonly perPayer: (p: { payers: number }) => string;
  readonly freePlaces: string;
  readonly exactPrice: string;
  readonly price: string;
  readonly sales: string;
  readonly totalCost: string;
  readonly margin: string;
  readonly vat: string;
  readonly netMargin: string;
  readonly mode: Readonly<Record<PricingMode, string>>;
  readonly part: Readonly<Record<LinePart, string>>;
  readonly type: Readonly<Record<QuantityType, string>>;
};

export const costingFileWords: Readonly<Record<Locale, CostingFileWords>> = {
  en: {
    file: "costing",
    columns: ["Day", "Date", "Line", "Public name", "Supplier", "Part", "Counted", "Unit cost", "Currency", "Times", "Capacity"],
    general: "General",
    cost: (p) => `Cost, ${p.payers} paying`,
    perPayer: (p) => `Per payer, ${p.payers} paying`,
    freePlaces: "Free places",
    exactPrice: "Exact price per payer",
    price: "Price per payer",
    sales: "Total sold",
    totalCost: "Total cost",
    margin: "Margin",
    vat: "VAT (estimate)",
    netMargin: "Margin less VAT",
    mode: { markup: "Mark-up on cost, %", margin: "Margin on price, %" },
    part: { base: "Base price", supplement: "Supplement", option: "Option" },
    type: {
      perPerson: "per person",
      perAdult: "per adult",
      perChild: "per child",
      perGroup: "per group",
      perCapacity: "per vehicle or guide",
      roomShared: "per room, shared",
      roomWhole: "per whole room",
      perVehicleInUse: "per vehicle in use",
      percentage: "percentage",
    },
  },
  fr: {
    file: "cotation",
    columns: ["Jour", "Date", "Prestation", "Nom public", "Fournisseur", "Part", "Calcul", "Achat unitaire", "Devise", "Fois", "Capacité"],
    general: "Général",
    cost: (p) => `Achat, ${p.payers} payants`,
    perPayer: (p) => `Par payant, ${p.payers} payants`,
    freePlaces: "Gratuités",
    exactPrice: "Prix exact par payant",
    price: "Prix par payant",
    sales: "Total vente",
    totalCost: "Total achat",
    margin: "Marge",
    vat: "TVA (estimation)",
    netMargin: "Marge après TVA",
    mode: { markup: "Taux de marge sur achat, %", margin: "Taux de marque, %" },
    part: { base: "Prix de base", supplement: "Supplément", option: "Option" },
    type: {
      perPerson: "par personne",
      perAdult: "par adulte",
      perChild: "par enfant",
      perGroup: "par groupe",
      perCapacity: "par véhicule ou guide",
      roomShared: "par chambre, partagée",
      roomWhole: "par chambre entière",
      perVehicleInUse: "par véhicule utilisé",
      percentage: "pourcentage",
    },
  },
  it: {
    file: "quotazione",
    columns: [
      "Giorno",
      "Data",
      "Servizio",
      "Nome pubblico",
      "Fornitore",
      "Parte",
      "Calcolo",
      "Costo unitario",
      "Valuta",
      "Volte",
      "Capienza",
    ],
    general: "Generale",
    cost: (p) => `Costo, ${p.payers} paganti`,
    perPayer: (p) => `Per pagante, ${p.payers} paganti`,
    freePlaces: "Gratuità",
    exactPrice: "Prezzo esatto per pagante",
    price: "Prezzo per pagante",
    sales: "Totale vendita",
    totalCost: "Costo totale",
    margin: "Margine",
    vat: "IVA (stima)",
    netMargin: "Margine al netto dell’IVA",
    mode: { markup: "Ricarico sul costo, %", margin: "Margine sul prezzo, %" },
    part: { base: "Prezzo base", supplement: "Supplemento", option: "Opzione" },
    type: {
      perPerson: "a persona",
      perAdult: "per adulto",
      perChild: "per bambino",
      perGroup: "per gruppo",
      perCapacity: "per veicolo o guida",
      roomShared: "per camera, condivisa",
      roomWhole: "per camera intera",
      perVehicleInUse: "per veicolo usato",
      percentage: "percentuale",
    },
  },
};
