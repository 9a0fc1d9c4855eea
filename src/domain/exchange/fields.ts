/** What a column of a file may be, for each kind of record, and the headers it is known by. */
import { type CustomField, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { foldText } from "#domain/shared/text.ts";

export const IMPORT_KINDS = ["clients", "contacts", "opportunities"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type FieldType =
  | "text"
  | "email"
  | "date"
  | "instant"
  | "amount"
  | "count"
  | "percent"
  | "flag"
  | "country"
  | "language"
  | "places"
  | "tags";

type Field = {
  readonly type: FieldType;
  /** Characters at most, for text. */
  readonly max?: number;
  /** Folded headers, of our own exports in three languages and of usual exports. */
  readonly headers: string;
};

const ADDRESS = {
  street: {
    type: "text",
    max: 300,
    headers: "street, address, rue, adresse, via, indirizzo, billing street, mailing street, street address, billingstreet, mailingstreet",
  },
  postalCode: {
    type: "text",
    max: 20,
    headers:
      "postal code, zip, zip code, postcode, code postal, cp, cap, billing postal code, billingpostalcode, mailing postal code, mailingpostalcode, billing zip/postal code, mailing zip/postal code",
  },
  city: { type: "text", max: 120, headers: "city, town, ville, citta, comune, billing city, billingcity, mailing city, mailingcity" },
  region: {
    type: "text",
    max: 120,
    headers:
      "region, state, province, departement, county, provincia, regione, billing state, billingstate, mailing state, mailingstate, billing state/province, state/region",
  },
  country: {
    type: "country",
    headers:
      "country, pays, paese, nazione, country code, billing country, billingcountry, mailing country, mailingcountry, country/region",
  },
} as const satisfies Record<string, Field>;

const CREATED = {
  type: "instant",
  headers:
    "created, created at, created date, createddate, create date, creation date, created time, cree le, date de creation, creato il, data di creazione, add time, created on, createdon",
} as const;
const OWNER = {
  type: "text",
  max: 254,
  headers:
    "owner, manager, ownerid, owner id, account owner, opportunity owner, deal owner, gestionnaire, responsable, proprietaire, responsabile, proprietario, commercial, vendeur, suivi par, charge de clientele, conseiller, agent, assigned to, assigned user, contact owner, company owner, organization - owner, person - owner, deal - owner, lead owner, sales rep, salesperson, seguito da, commerciale, venditore, assegnato a",
} as const;

const TAGS = {
  type: "tags",
  headers:
    "tags, tag, label, labels, etiquette, etiquettes, etichetta, etichette, mots cles, keywords, parole chiave, account tags, contact tags, opportunity tags, deal - label, person - labels, organization - labels",
} as const;

export const IMPORT_FIELDS = {
  clients: {
    externalId: {
      type: "text",
      max: 200,
      headers:
        "id, external id, account id, accountid, organization id, organisation id, organization - id, company id, record id, party id, identifiant, identifiant externe, id externe, id esterno, reference",
    },
    name: {
      type: "text",
      max: 200,
      headers:
        "name, client, client name, account, account name, company, company name, organization, organisation, organization - name, organisation name, raison sociale, nom, nom du client, societe, entreprise, nome, cliente, nome cliente, azienda, ragione sociale",
    },
    kind: { type: "text", max: 120, headers: "kind, client kind, type de client, tipo cliente, tipo di cliente, categorie" },
    status: { type: "text", max: 60, headers: "status, statut, stato, type, tipo, lifecycle stage, rating" },
    manager: OWNER,
    legalName: { type: "text", max: 200, headers: "legal name, nom legal, denomination sociale, denominazione" },
    registrationNumber: {
      type: "text",
      max: 60,
      headers: "registration number, siret, siren, company number, numero d'immatriculation, codice fiscale, numero di registro",
    },
    vatNumber: {
      type: "text",
      max: 60,
      headers: "vat number, vat, vat id, tva, numero de tva, tva intracommunautaire, partita iva, p.iva, p. iva",
    },
    ...ADDRESS,
    phone: { type: "text", max: 40, headers: "phone, phone number, telephone, tel, telefono, organization - phone, main phone" },
    email: { type: "email", headers: "email, e-mail, mail, email address, adresse e-mail, courriel, indirizzo e-mail, posta elettronica" },
    website: {
      type: "text",
      max: 300,
      headers: "website, web site, site, site web, site internet, sito, sito web, url, company domain name, domain",
    },
    language: { type: "language", headers: "language, langue, lingua, preferred language" },
    paymentTerms: { type: "text", max: 300, headers: "payment terms, conditions de paiement, condizioni di pagamento" },
    notes: { type: "text", max: 20_000, headers: "notes, note, description, about, about us, remarques, commentaire, descrizione" },
    tags: TAGS,
    createdAt: CREATED,
    deleted: { type: "flag", headers: "isdeleted, is deleted, deleted, supprime, eliminato" },
  },
  contacts: {
    externalId: {
      type: "text",
      max: 200,
      headers:
        "id, external id, contact id, contactid, person id, person - id, record id, party id, identifiant, identifiant externe, id externe, id esterno",
    },
    firstName: { type: "text", max: 100, headers: "first name, firstname, given name, prenom, nome" },
    lastName: { type: "text", max: 100, headers: "last name, lastname, surname, family name, nom, nom de famille, cognome" },
    name: {
      type: "text",
      max: 200,
      headers: "name, full name, fullname, contact, contact name, person - name, nom complet, prenom et nom, nome completo, nome e cognome",
    },
    gender: { type: "text", max: 20, headers: "gender, salutation, title, civilite, genre, sexe, genere, sesso, titolo" },
    jobTitle: {
      type: "text",
      max: 120,
      headers: "job title, jobtitle, position, role, fonction, poste, mansione, ruolo, person - job title",
    },
    email: {
      type: "email",
      headers: "email, e-mail, mail, email address, person - email, adresse e-mail, courriel, indirizzo e-mail, posta elettronica",
    },
    phone: {
      type: "text",
      max: 40,
      headers: "phone, phone number, mobile, mobile phone, mobilephone, telephone, tel, portable, telefono, cellulare, person - phone",
    },
    ...ADDRESS,
    language: { type: "language", headers: "language, langue, lingua, preferred language" },
    newsletter: {
      type: "flag",
      headers:
        "newsletter, newsletter subscription, subscribed, inscription a la newsletter, iscrizione alla newsletter, consentement newsletter, consenso newsletter",
    },
    notes: { type: "text", max: 20_000, headers: "notes, note, description, remarques, commentaire, descrizione" },
    clientExternalId: {
      type: "text",
      max: 200,
      headers: "account id, accountid, client id, company id, organization id, associated company id, id client, id cliente",
    },
    client: {
      type: "text",
      max: 200,
      headers:
        "client, client name, account, account name, company, company name, organization, organisation, person - organization, societe, entreprise, cliente, azienda, associated company",
    },
    tags: TAGS,
    createdAt: CREATED,
    deleted: { type: "flag", headers: "isdeleted, is deleted, deleted, supprime, eliminato" },
  },
  opportunities: {
    externalId: {
      type: "text",
      max: 200,
      headers:
        "id, external id, opportunity id, opportunityid, deal id, deal - id, record id, identifiant, identifiant externe, id externe, id esterno, reference interne, ref interne, ref. interne, ref, code, deal code, rif, riferimento",
    },
    number: {
      type: "text",
      max: 60,
      headers: "number, opportunity number, numero, n°, n, no, numero d'opportunite, numero opportunita, reference",
    },
    name: {
      type: "text",
      max: 200,
      headers:
        "name, opportunity, opportunity name, deal, deal name, deal - title, title, milestone, nom, opportunite, nom de l'opportunite, affaire, projet, nom du dossier, dossier, nom du voyage, voyage, nom du projet, project, trip, group, groupe, nome, pratica, viaggio, gruppo, progetto, opportunita, nome opportunita, trattativa, titolo",
    },
    clientExternalId: {
      type: "text",
      max: 200,
      headers: "account id, accountid, client id, company id, organization id, associated company id, id client, id cliente",
    },
    client: {
      type: "text",
      max: 200,
      headers:
        "client, client name, account, account name, company, company name, organization, organisation, deal - organization, societe, entreprise, nom du client, cliente, nome cliente, azienda, associated company, contact",
    },
    contact: {
      type: "text",
      max: 254,
      headers:
        "contact (e-mail or name), interlocuteur (e-mail ou nom), referente (e-mail o nome), contact, contact name, contact email, contact e-mail, nom du contact, contatto, nome del referente, email, e-mail, e-mail du contact, interlocuteur, e-mail de l'interlocuteur, e-mail del referente, referente",
    },
    stage: {
      type: "text",
      max: 120,
      headers:
        "stage, stage name, stagename, deal stage, deal - stage, pipeline stage, etape, jalon, phase, fase, stato, outcome, status, statut, deal - status, stade, avancement, stato trattativa, milestone, issue, esito",
    },
    amount: {
      type: "amount",
      headers:
        "amount, value, deal value, deal - value, amount in company currency, montant, valeur, ammontare, importo, valore, expected value, ca prev, ca prevu, ca previsionnel, ca, chiffre d'affaires, prix, total, revenue, expected revenue, deal amount, ricavo, fatturato, totale",
    },
    objective: { type: "amount", headers: "objective, objectif, obiettivo" },
    currency: { type: "text", max: 3, headers: "currency, deal - currency of value, currencyisocode, currency code, devise, valuta" },
    probability: {
      type: "percent",
      headers: "probability, probability (%), deal probability, deal - probability, probabilite, probabilita",
    },
    expectedCloseOn: {
      type: "date",
      headers:
        "close date, closedate, expected close date, expected close, deal - expected close date, date de cloture, cloture prevue, closing date, cloture, date de signature, signature prevue, estimated close date, chiusura prevista, data di chiusura, data chiusura, closed on, closed",
    },
    departsOn: {
      type: "date",
      headers:
        "departure, departure date, depart, date de depart, date dep, date depart, dep, trip start, start, debut, date de debut, data partenza, inizio, partenza, data di partenza, start date",
    },
    returnsOn: {
      type: "date",
      headers:
        "return, return date, retour, date de retour, date retour, date ret, trip end, end, fin, date de fin, data ritorno, fine, ritorno, rientro, data di rientro, end date",
    },
    destinations: { type: "places", headers: "destination, destinations, dest, lieu, place, meta, luogo, destinazione, destinazioni" },
    adults: {
      type: "count",
      headers:
        "adults, adultes, adulti, participants, nb, nb pax, nombre, nombre de participants, nb participants, effectif, persons, people, group size, pax, numero partecipanti, persone, participants (pax), partecipanti, totalopportunityquantity",
    },
    children: { type: "count", headers: "children, enfants, bambini" },
    infants: { type: "count", headers: "infants, babies, bebes, neonati" },
    freePlaces: { type: "count", headers: "free places, gratuites, gratuita" },
    budgetPerPerson: {
      type: "amount",
      headers: "budget per person, client's budget, budget par personne, budget client, budget a persona, budget cliente",
    },
    source: {
      type: "text",
      max: 120,
      headers: "source, lead source, leadsource, origine, origin, original source, provenienza, fonte, deal - source",
    },
    manager: OWNER,
    priority: { type: "flag", headers: "priority, priorite, prioritaire, priorita, prioritaria, star, starred" },
    lostReason: {
      type: "text",
      max: 120,
      headers: "lost reason, loss reason, closed lost reason, deal - lost reason, motif de perte, motivo di perdita, reason",
    },
    description: { type: "text", max: 20_000, headers: "description, descrizione, notes, note, remarques, commentaire" },
    tags: TAGS,
    createdAt: CREATED,
    deleted: { type: "flag", headers: "isdeleted, is deleted, deleted, supprime, eliminato" },
  },
} as const satisfies Record<ImportKind, Record<string, Field>>;

/** Without one of these in a column, a file of the kind says nothing. */
export const REQUIRED_FIELDS: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  clients: [["name"]],
  contacts: [["lastName", "name", "firstName"]],
  opportunities: [["name"], ["client", "clientExternalId"]],
};

export function fieldsOf(kind: ImportKind): Readonly<Record<string, Field>> {
  return IMPORT_FIELDS[kind];
}

/** "OPPORTUNITY_NAME", "Opportunity Name" and "opportunityName" are one header. */
export function foldHeader(header: string): string {
  return foldText(
    header
      .replace(/^\uFEFF/, "")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replace(/[_’]/g, (sign) => (sign === "_" ? " " : "'"))
      .replace(/\s*[*:.]+\s*$/, ""),
  );
}

export type Mapped = { readonly field: string | null; readonly why: "header" | "none" };

/** Each header's field. A field is given once: the header that says it best, else the first. */
export function mapHeaders(kind: ImportKind, headers: readonly string[], custom: readonly CustomField[] = []): Mapped[] {
  const fields = [
    ...Object.entries(fieldsOf(kind)).map(([name, field]) => ({ name, words: [name], known: ["", ...field.headers.split(", ")] })),
    ...custom.map(({ key, label }) => ({ name: TOLD_AS + key, words: [TOLD_AS + key, key, label], known: [""] })),
  ];
  const wishes = headers.map((header, column) => {
    const folded = foldHeader(header);
    const squeezed = folded.replaceAll(" ", "");
    return fields.flatMap(({ name, words, known }) => {
      const own = words.some((word) => foldHeader(word) === folded) ? 0 : Infinity;
      const rank = Math.min(
        own,
        ...known.map((one, at) => (at > 0 && (one === folded || one.replaceAll(" ", "") === squeezed) ? at : Infinity)),
      );
      return Number.isFinite(rank) ? [{ column, name, rank }] : [];
    });
  });
  const mapped: Mapped[] = headers.map(() => ({ field: null, why: "none" }));
  const given = new Set<string>();
  for (const { column, name } of wishes.flat().toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (given.has(name) || mapped[column]?.field != null) continue;
    given.add(name);
    mapped[column] = { field: name, why: "header" };
  }
  return mapped;
}
