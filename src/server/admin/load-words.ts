/** Words of the load-test agency, and the dice that choose among them: the same throw for the same thing every time. */
export type Dice = {
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
};

export function bytesOf(kind: string, index: number): Dice {
  let state = 2_166_136_261;
  for (const letter of `${kind} ${index}`) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  const below = (limit: number): number => {
    // Mulberry32: short, and even enough for this.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return {
    below,
    pick: (from) => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new RangeError("nothing to pick from");
      return chosen;
    },
  };
}

export const FIRST_NAMES =
  "Claire Paul Hélène Marc Nadia Luc Sophie Antoine Julie Thomas Émilie Nicolas Camille Julien Aurélie Pierre Chloé Mathieu Laura Vincent Inès Olivier Manon Rémi Giulia Marco Elena Luca Chiara Matteo Emma Jack Olivia Harry Grace Oscar".split(
    " ",
  );

export const LAST_NAMES =
  "Lambert Moreau Ferrand Oddo Girard Chevalier Perret Dufour Bonnet Roussel Fontaine Mercier Blanchard Garnier Faure Rolland Vidal Lemoine Carpentier Masson Barbier Renaud Colin Picard Rossi Bianchi Ferrari Romano Greco Conti Smith Taylor Walker Hughes Clarke Bennett".split(
    " ",
  );

export const ORGANISATIONS = [
  "Comité d’entreprise",
  "Association",
  "Amicale",
  "Collège",
  "Lycée",
  "Club alpin",
  "Paroisse",
  "Mairie de",
  "Cyclo-club",
  "Chorale",
  "Famille",
  "Université du temps libre",
];

export const CITIES = [
  { name: "Lyon", postalCode: "69003" },
  { name: "Grenoble", postalCode: "38000" },
  { name: "Paris", postalCode: "75011" },
  { name: "Marseille", postalCode: "13006" },
  { name: "Nantes", postalCode: "44000" },
  { name: "Lille", postalCode: "59000" },
  { name: "Bordeaux", postalCode: "33000" },
  { name: "Strasbourg", postalCode: "67000" },
  { name: "Annecy", postalCode: "74000" },
  { name: "Voiron", postalCode: "38500" },
  { name: "Toulouse", postalCode: "31000" },
  { name: "Rennes", postalCode: "35000" },
];

export const LOAD_TRIPS = [
  { name: "Naples et côte amalfitaine", country: "IT", place: "Naples", days: 8, price: 1015 },
  { name: "Grand tour de Sicile", country: "IT", place: "Palerme", days: 8, price: 1290 },
  { name: "Rome antique et baroque", country: "IT", place: "Rome", days: 5, price: 780 },
  { name: "Capitales baltes", country: "EE", place: "Tallinn", days: 8, price: 1340 },
  { name: "Norvège, fjords et Lofoten", country: "NO", place: "Bergen", days: 10, price: 2150 },
  { name: "Japon, route du Kiso", country: "JP", place: "Kyoto", days: 15, price: 3980 },
  { name: "Madère, les levadas à pied", country: "PT", place: "Madère", days: 8, price: 1120 },
  { name: "Andalousie", country: "ES", place: "Séville", days: 7, price: 940 },
  { name: "Croisière sur le Danube", country: "AT", place: "Vienne", days: 8, price: 1480 },
  { name: "Islande en famille", country: "IS", place: "Reykjavik", days: 9, price: 2380 },
  { name: "Séminaire à Lisbonne", country: "PT", place: "Lisbonne", days: 3, price: 690 },
  { name: "Marchés de Noël", country: "FR", place: "Strasbourg", days: 3, price: 390 },
  { name: "Berlin, sur les traces du Mur", country: "DE", place: "Berlin", days: 5, price: 720 },
  { name: "Maroc, villes impériales", country: "MA", place: "Marrakech", days: 8, price: 890 },
  { name: "Écosse et Highlands", country: "GB", place: "Édimbourg", days: 8, price: 1560 },
  { name: "Croatie et îles dalmates", country: "HR", place: "Split", days: 8, price: 1190 },
];

export const LOAD_TAGS = [
  "CSE",
  "Fidèle",
  "Scolaire",
  "Croisière",
  "Randonnée",
  "Appel d’offres",
  "Salon",
  "Premium",
  "À relancer",
  "Fédération",
];

export const LOAD_ACTIVITIES = [
  { kind: "call", title: "Appeler pour le budget" },
  { kind: "call", title: "Rappeler après le comité" },
  { kind: "call", title: "Confirmer le nombre de participants" },
  { kind: "visit", title: "Visite au siège" },
  { kind: "meeting", title: "Réunion avec le bureau" },
  { kind: "meeting", title: "Présenter le programme" },
  { kind: "mail", title: "Envoyer le programme" },
  { kind: "mail", title: "Envoyer la proposition" },
  { kind: "task", title: "Chiffrer les hôtels" },
  { kind: "task", title: "Demander les vols" },
  { kind: "task", title: "Vérifier les options" },
  { kind: "deadline", title: "Fin de l’option sur les vols" },
];

export const LOAD_NOTES = [
  "Le trésorier veut un acompte plus petit.",
  "Préfère partir un samedi, sans vol de nuit.",
  "Le bureau décide à la fin du mois.",
  "Demande une chambre individuelle de plus.",
  "Compare avec deux autres agences.",
  "Très intéressé par la demi-pension.",
];

export const LOAD_MESSAGES = [
  "Le client hésite encore entre deux dates.",
  "J’ai eu l’hôtelier, il tient les chambres jusqu’à vendredi.",
  "Peux-tu relire le chiffrage avant l’envoi ?",
  "Attention, leur exercice se clôt en juin.",
  "Le guide est libre à ces dates.",
];

export const LOAD_DOCUMENTS = [
  "Programme.pdf",
  "Liste des participants.pdf",
  "Cahier des charges.pdf",
  "Plan du car.pdf",
  "Devis hôtel.pdf",
];
