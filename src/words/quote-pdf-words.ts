/** Words of a quote on paper, in the client's language. */
import type { Locale } from "#domain/shared/actor.ts";

type QuotePdfWords = {
  readonly prices: string;
  readonly costing: string;
  readonly internal: string;
  readonly logo: (p: { agency: string }) => string;
  readonly numbered: (p: { number: string; version: number }) => string;
  readonly client: string;
  readonly dates: string;
  readonly validUntil: string;
  readonly group: string;
  readonly paying: (p: { payers: number }) => string;
  readonly pricePerPerson: string;
  readonly from: (p: { payers: number }) => string;
  readonly perPerson: string;
  readonly pricesNote: string;
  readonly supplements: string;
  readonly options: string;
  readonly line: string;
  readonly supplier: string;
  readonly unitCost: string;
  readonly times: string;
  readonly general: string;
  readonly day: (p: { n: number }) => string;
  readonly perPayer: string;
  readonly perPayerNote: string;
  readonly totals: string;
  readonly payment: string;
  readonly instalment: string;
  readonly due: string;
  readonly atBooking: string;
  readonly daysBefore: (p: { n: number }) => string;
  readonly share: string;
  readonly rates: string;
  readonly currency: string;
  readonly rate: string;
  readonly onDay: string;
  readonly source: string;
  readonly closing: string;
};

export const quotePdfWords: Readonly<Record<Locale, QuotePdfWords>> = {
  en: {
    prices: "Quote",
    costing: "Costing",
    internal: "Internal: not for the client",
    logo: (p) => `Logo of ${p.agency}`,
    numbered: (p) => `${p.number}, version ${p.version}`,
    client: "Client",
    dates: "Departure",
    validUntil: "Valid until",
    group: "Group",
    paying: (p) => `${p.payers} paying`,
    pricePerPerson: "Price per person",
    from: (p) => `from ${p.payers} paying`,
    perPerson: "Per person",
    pricesNote: "For a group of at least so many paying participants.",
    supplements: "Supplements",
    options: "Options",
    line: "Service",
    supplier: "Supplier",
    unitCost: "Unit cost",
    times: "Times",
    general: "General",
    day: (p) => `Day ${p.n}`,
    perPayer: "Price per payer, line by line",
    perPayerNote: "What each line adds to the price of one payer, by the number of payers.",
    totals: "Of the whole group",
    payment: "Payment",
    instalment: "Instalment",
    due: "When",
    atBooking: "at booking",
    daysBefore: (p) => `${p.n} days before departure`,
    share: "Share",
    rates: "Exchange rates of this quote",
    currency: "Currency",
    rate: "Rate",
    onDay: "Of",
    source: "Source",
    closing: "Prices per person, for the services of this quote.",
  },
  fr: {
    prices: "Devis",
    costing: "Feuille de cotation",
    internal: "Interne : ne pas remettre au client",
    logo: (p) => `Logo de ${p.agency}`,
    numbered: (p) => `${p.number}, version ${p.version}`,
    client: "Client",
    dates: "Départ",
    validUntil: "Valable jusqu’au",
    group: "Groupe",
    paying: (p) => `${p.payers} payants`,
    pricePerPerson: "Prix par personne",
    from: (p) => `à partir de ${p.payers} payants`,
    perPerson: "Par personne",
    pricesNote: "Pour un groupe d’au moins ce nombre de participants payants.",
    supplements: "Suppléments",
    options: "Options",
    line: "Prestation",
    supplier: "Fournisseur",
    unitCost: "Achat unitaire",
    times: "Fois",
    general: "Général",
    day: (p) => `Jour ${p.n}`,
    perPayer: "Prix par payant, ligne à ligne",
    perPayerNote: "Ce que chaque ligne ajoute au prix d’un payant, selon le nombre de payants.",
    totals: "Pour tout le groupe",
    payment: "Paiement",
    instalment: "Échéance",
    due: "Quand",
    atBooking: "à la réservation",
    daysBefore: (p) => `${p.n} jours avant le départ`,
    share: "Part",
    rates: "Cours de ce devis",
    currency: "Devise",
    rate: "Cours",
    onDay: "Du",
    source: "Source",
    closing: "Prix par personne, pour les prestations de ce devis.",
  },
  it: {
    prices: "Preventivo",
    costing: "Foglio di calcolo",
    internal: "Interno: non per il cliente",
    logo: (p) => `Logo di ${p.agency}`,
    numbered: (p) => `${p.number}, versione ${p.version}`,
    client: "Cliente",
    dates: "Partenza",
    validUntil: "Valido fino al",
    group: "Gruppo",
    paying: (p) => `${p.payers} paganti`,
    pricePerPerson: "Quota individuale",
    from: (p) => `da ${p.payers} paganti`,
    perPerson: "A persona",
    pricesNote: "Per un gruppo di almeno questo numero di partecipanti paganti.",
    supplements: "Supplementi",
    options: "Opzioni",
    line: "Servizio",
    supplier: "Fornitore",
    unitCost: "Costo unitario",
    times: "Volte",
    general: "Generale",
    day: (p) => `Giorno ${p.n}`,
    perPayer: "Quota per pagante, riga per riga",
    perPayerNote: "Quanto ogni riga aggiunge alla quota di un pagante, secondo il numero di paganti.",
    totals: "Per tutto il gruppo",
    payment: "Pagamento",
    instalment: "Rata",
    due: "Quando",
    atBooking: "alla prenotazione",
    daysBefore: (p) => `${p.n} giorni prima della partenza`,
    share: "Quota",
    rates: "Cambi di questo preventivo",
    currency: "Valuta",
    rate: "Cambio",
    onDay: "Del",
    source: "Fonte",
    closing: "Quote individuali, per i servizi di questo preventivo.",
  },
};
