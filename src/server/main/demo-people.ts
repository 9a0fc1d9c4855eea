import type { Locale, Role } from "#domain/shared/actor.ts";

/** The people of the demo agency: three teams, three languages. */
export const DEMO_TEAMS = ["Groupes", "Scolaires & associations", "Italia"] as const;

export type DemoPerson = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Locale;
  readonly teams: readonly number[];
};

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: "paul.moreau@alpes-escales.example", name: "Paul Moreau", role: "administrator", language: "fr", teams: [0] },
  { email: "sophie.marchand@alpes-escales.example", name: "Sophie Marchand", role: "manager", language: "fr", teams: [0, 1] },
  { email: "claire.lambert@alpes-escales.example", name: "Claire Lambert", role: "seller", language: "fr", teams: [0] },
  { email: "giulia.ferri@alpes-escales.example", name: "Giulia Ferri", role: "manager", language: "it", teams: [2] },
  { email: "adrien.besson@alpes-escales.example", name: "Adrien Besson", role: "seller", language: "fr", teams: [0] },
  { email: "nora.haddad@alpes-escales.example", name: "Nora Haddad", role: "seller", language: "fr", teams: [1] },
  { email: "marco.conti@alpes-escales.example", name: "Marco Conti", role: "seller", language: "it", teams: [2] },
  { email: "emma.wright@alpes-escales.example", name: "Emma Wright", role: "reader", language: "en", teams: [0, 1] },
];

/** Agencies that projects were lost to. */
export const DEMO_COMPETITORS = ["Voyages Dupont", "Rhône Évasion", "Viaggi Sereni"] as const;

/** A seller or manager of the team. */
export function managerOf(users: readonly string[], team: number, index: number): string {
  const members = DEMO_PEOPLE.map((person, at) => ({ ...person, id: users[at] ?? "" })).filter(
    (person) => person.teams.includes(team) && person.role !== "reader",
  );
  return members[index % members.length]?.id ?? users[0] ?? "";
}

/** Client: name, kind, city, postal code, country, language, team. */
export const DEMO_CLIENTS = `
Comité d’entreprise Lumière|worksCouncil|Lyon|69008|FR|fr|0
Amicale des retraités SNCF|association|Dijon|21000|FR|fr|0
Club alpin de Grenoble|association|Grenoble|38000|FR|fr|0
Groupe Lumière|company|Lyon|69003|FR|fr|0
Collège Jean-Moulin|school|Villeurbanne|69100|FR|fr|1
CE Michelin|worksCouncil|Clermont-Ferrand|63000|FR|fr|0
Diocèse de Lyon|institution|Lyon|69005|FR|fr|1
Famille Perret|family|Annecy|74000|FR|fr|0
Mairie de Voiron|institution|Voiron|38500|FR|fr|1
Chœur du Vercors|association|Villard-de-Lans|38250|FR|fr|1
Amis du Japon Isère|association|Grenoble|38100|FR|fr|0
Alpes Énergie|company|Chambéry|73000|FR|fr|0
Fonderies du Rhône|company|Givors|69700|FR|fr|0
Confrérie du whisky lyonnais|association|Lyon|69002|FR|fr|0
Cyclo-club de Voreppe|association|Voreppe|38340|FR|fr|0
Les Marcheurs du Pilat|association|Saint-Étienne|42000|FR|fr|0
Université du temps libre, Annecy|association|Annecy|74000|FR|fr|1
Opéra Amis de Grenoble|association|Grenoble|38000|FR|fr|0
Lycée Champollion|school|Grenoble|38000|FR|fr|1
École Sainte-Marie|school|Bourgoin-Jallieu|38300|FR|fr|1
Lycée hôtelier de Thonon|school|Thonon-les-Bains|74200|FR|fr|1
Rotary Club Vienne|association|Vienne|38200|FR|fr|0
Les copains de Bresse|groupOfFriends|Bourg-en-Bresse|01000|FR|fr|0
Couple Bernard-Nguyen|couple|Lyon|69006|FR|fr|0
Monsieur Étienne Dufour|individual|Valence|26000|FR|fr|0
CSE Schneider Isère|worksCouncil|Eybens|38320|FR|fr|0
Conseil départemental de la Drôme|institution|Valence|26000|FR|fr|1
Harmonie de Romans|association|Romans-sur-Isère|26100|FR|fr|1
CRAL Banca del Piemonte|worksCouncil|Torino|10121|IT|it|2
Liceo Scientifico Galilei|school|Torino|10138|IT|it|2
Parrocchia San Giuseppe|institution|Cuneo|12100|IT|it|2
Amici del Cammino|groupOfFriends|Genova|16121|IT|it|2
Officine Meccaniche Rossi|company|Bergamo|24121|IT|it|2
Coro Monte Rosa|association|Aosta|11100|IT|it|2
Famiglia De Santis|family|Milano|20121|IT|it|2
Università della Terza Età|association|Novara|28100|IT|it|2
Hillside Walking Club|association|Bath|BA1 1LZ|GB|en|0
St Mary’s Grammar School|school|Sheffield|S1 2GU|GB|en|1
Northern Rail Veterans|association|York|YO1 6GA|GB|en|0
The Harper Family|family|Dublin|D02 X285|IE|en|0`;

export const DEMO_FIRST_NAMES: Readonly<Record<Locale, string>> = {
  fr: "Hélène Marc Isabelle Jean-Pierre Nathalie Olivier Martine Philippe Chantal Bruno Aurélie Thierry Véronique Luc Sylvie Gérard",
  it: "Francesca Luca Chiara Giovanni Elena Davide Silvia Paolo",
  en: "Margaret Alan Susan Peter Helen Graham",
};
export const DEMO_LAST_NAMES: Readonly<Record<Locale, string>> = {
  fr: "Ferrand Oddo Girard Blanchet Roussel Caron Mercier Fabre Guillot Perrin Vidal Chevalier Bonnet Rey Charpentier Lefèvre",
  it: "Bianchi Ricci Marino Greco Gallo Costa Fontana Moretti",
  en: "Whitfield Barnes Doyle Carter Hughes Reid",
};
