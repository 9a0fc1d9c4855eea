import type { Locale } from "#domain/shared/actor.ts";

const en = {
  pipeline: { sales: "Group sales" },
  stage: {
    enquiryReceived: "Enquiry received",
    needQualified: "Need qualified",
    quoteInProgress: "Quote in progress",
    proposalSent: "Proposal sent",
    negotiation: "Negotiation",
  },
  clientKind: {
    company: "Company",
    association: "Association",
    worksCouncil: "Works council",
    school: "School",
    groupOfFriends: "Group of friends",
    family: "Family",
    couple: "Couple",
    individual: "Individual",
    institution: "Institution",
  },
  lostReason: {
    price: "Price",
    dates: "Dates",
    competitor: "Competitor",
    projectDropped: "Project dropped",
    noAnswer: "No answer",
    budget: "Budget",
    other: "Other",
    notStated: "Not stated",
  },
  source: {
    recommendation: "Recommendation",
    website: "Website",
    phone: "Phone",
    fair: "Fair",
    advertising: "Advertising",
    existingClient: "Existing client",
    partner: "Partner",
  },
};

export type ParameterWords = { readonly [List in keyof typeof en]: { readonly [Word in keyof (typeof en)[List]]: string } };
export type ParameterList = keyof ParameterWords;

const fr: ParameterWords = {
  pipeline: { sales: "Ventes groupes" },
  stage: {
    enquiryReceived: "Demande reçue",
    needQualified: "Besoin qualifié",
    quoteInProgress: "Devis en cours",
    proposalSent: "Proposition envoyée",
    negotiation: "Négociation",
  },
  clientKind: {
    company: "Entreprise",
    association: "Association",
    worksCouncil: "CSE (comité d’entreprise)",
    school: "Établissement scolaire",
    groupOfFriends: "Groupe d’amis",
    family: "Famille",
    couple: "Couple",
    individual: "Particulier",
    institution: "Institution",
  },
  lostReason: {
    price: "Prix",
    dates: "Dates",
    competitor: "Concurrent",
    projectDropped: "Projet abandonné",
    noAnswer: "Sans réponse",
    budget: "Budget",
    other: "Autre",
    notStated: "Non précisé",
  },
  source: {
    recommendation: "Recommandation",
    website: "Site web",
    phone: "Téléphone",
    fair: "Salon",
    advertising: "Publicité",
    existingClient: "Client existant",
    partner: "Partenaire",
  },
};

const it: ParameterWords = {
  pipeline: { sales: "Vendite gruppi" },
  stage: {
    enquiryReceived: "Richiesta ricevuta",
    needQualified: "Esigenza qualificata",
    quoteInProgress: "Preventivo in corso",
    proposalSent: "Proposta inviata",
    negotiation: "Negoziazione",
  },
  clientKind: {
    company: "Azienda",
    association: "Associazione",
    worksCouncil: "CRAL",
    school: "Istituto scolastico",
    groupOfFriends: "Gruppo di amici",
    family: "Famiglia",
    couple: "Coppia",
    individual: "Privato",
    institution: "Ente",
  },
  lostReason: {
    price: "Prezzo",
    dates: "Date",
    competitor: "Concorrente",
    projectDropped: "Progetto abbandonato",
    noAnswer: "Nessuna risposta",
    budget: "Budget",
    other: "Altro",
    notStated: "Non indicato",
  },
  source: {
    recommendation: "Passaparola",
    website: "Sito web",
    phone: "Telefono",
    fair: "Fiera",
    advertising: "Pubblicità",
    existingClient: "Cliente esistente",
    partner: "Partner",
  },
};

export const parameterWords: Record<Locale, ParameterWords> = { en, fr, it };

/** The name a reader sees: the word of their language until a person renamed the entry. */
export function parameterName(list: ParameterList, entry: { readonly name: string; readonly word: string | null }, locale: Locale): string {
  if (entry.word === null) return entry.name;
  return (parameterWords[locale][list] as Record<string, string>)[entry.word] ?? entry.name;
}
