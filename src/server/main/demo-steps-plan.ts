import type { StepKind, TextByLanguage } from "#domain/step/step.ts";

/** Steps of the demo agency: products are named by the beginning of their name, with how many times. */
export const DEMO_STEPS: readonly {
  readonly name: string;
  readonly publicName: string | null;
  readonly kind: StepKind;
  readonly country: string;
  readonly place: string;
  readonly text: TextByLanguage;
  readonly products: readonly (readonly [product: string, times: number])[];
}[] = [
  {
    name: "Vol aller et arrivée à Naples",
    publicName: "Arrivée à Naples",
    kind: "flight",
    country: "IT",
    place: "Naples",
    text: {
      fr: "Envol pour Naples. Accueil à l’aéroport et transfert à votre hôtel, face à la baie.",
      en: "Flight to Naples. You are met at the airport and taken to your hotel, facing the bay.",
      it: "Volo per Napoli. Accoglienza in aeroporto e trasferimento in hotel, di fronte al golfo.",
    },
    products: [
      ["Vol Paris–Naples", 1],
      ["Transfert aéroport", 1],
    ],
  },
  {
    name: "Nuit à Naples, 4 étoiles",
    publicName: null,
    kind: "accommodation",
    country: "IT",
    place: "Naples",
    text: {
      fr: "Nuit à l’hôtel, dîner compris.",
      en: "Night at the hotel, dinner included.",
      it: "Pernottamento in hotel, cena inclusa.",
    },
    products: [
      ["Hôtel 4 étoiles à Naples, chambre double", 1],
      ["Dîner à l’hôtel", 1],
    ],
  },
  {
    name: "Pompéi et le Vésuve",
    publicName: "Pompéi et le Vésuve",
    kind: "day",
    country: "IT",
    place: "Pompéi",
    text: {
      fr: "Le matin, visite guidée de Pompéi : le forum, les thermes, la villa des Mystères. Déjeuner de pizza, puis montée au cratère du Vésuve, d’où l’on voit toute la baie.",
      en: "In the morning a guided visit of Pompeii: the forum, the baths, the villa of the Mysteries. Pizza for lunch, then up to the crater of Vesuvius, with the whole bay below.",
      it: "Al mattino visita guidata di Pompei: il foro, le terme, la villa dei Misteri. Pranzo con pizza, poi salita al cratere del Vesuvio, con tutto il golfo ai piedi.",
    },
    products: [
      ["Autocar grand tourisme, 53", 1],
      ["Guide officiel à Naples", 1],
      ["Entrée à Pompéi", 1],
      ["Déjeuner pizza", 1],
      ["Montée au cratère", 1],
    ],
  },
  {
    name: "Capri en bateau",
    publicName: "Une journée à Capri",
    kind: "day",
    country: "IT",
    place: "Capri",
    text: {
      fr: "Traversée vers Capri et tour de l’île en bateau : grottes, Faraglioni, villages blancs. Après-midi libre dans les ruelles.",
      en: "Crossing to Capri and around the island by boat: caves, the Faraglioni, white villages. Free afternoon in its lanes.",
      it: "Traversata per Capri e giro dell’isola in barca: grotte, Faraglioni, borghi bianchi. Pomeriggio libero nei vicoli.",
    },
    products: [
      ["Bateau Naples–Capri", 1],
      ["Tour de Capri", 1],
    ],
  },
  {
    name: "Naples : musée et atelier pizza",
    publicName: "Naples, la ville",
    kind: "day",
    country: "IT",
    place: "Naples",
    text: {
      fr: "Le musée archéologique et ses mosaïques, puis un atelier pizza dans une maison de famille, et Spaccanapoli à pied.",
      en: "The archaeological museum and its mosaics, then a pizza workshop in a family house, and Spaccanapoli on foot.",
      it: "Il museo archeologico con i suoi mosaici, poi un laboratorio di pizza in una casa di famiglia, e Spaccanapoli a piedi.",
    },
    products: [
      ["Guide officiel à Naples", 1],
      ["Musée archéologique", 1],
      ["Atelier pizza", 1],
    ],
  },
  {
    name: "Vol retour de Naples",
    publicName: "Retour",
    kind: "transport",
    country: "IT",
    place: "Naples",
    text: {
      fr: "Petit déjeuner, transfert à l’aéroport et envol.",
      en: "Breakfast, transfer to the airport and flight home.",
      it: "Colazione, trasferimento in aeroporto e volo di ritorno.",
    },
    products: [["Transfert aéroport", 1]],
  },
  {
    name: "Rome antique",
    publicName: null,
    kind: "day",
    country: "IT",
    place: "Rome",
    text: {
      fr: "Colisée, Forum et Palatin avec un guide officiel, audiophones pour tous.",
      en: "Colosseum, Forum and Palatine with an official guide, headsets for everybody.",
      it: "Colosseo, Foro e Palatino con guida ufficiale, auricolari per tutti.",
    },
    products: [
      ["Guide officiel à Rome", 1],
      ["Colisée", 1],
      ["Audiophones", 1],
    ],
  },
  {
    name: "Vatican et place Saint-Pierre",
    publicName: null,
    kind: "day",
    country: "IT",
    place: "Rome",
    text: {
      fr: "Audience, musées du Vatican et chapelle Sixtine, avec temps libre sur la place Saint-Pierre.",
      en: "Audience, Vatican museums and Sistine chapel, with free time on St Peter’s square.",
      it: "Udienza, musei vaticani e cappella Sistina, con tempo libero in piazza San Pietro.",
    },
    products: [
      ["Audience et musées", 1],
      ["Audiophones", 1],
    ],
  },
  {
    name: "Deux nuits à Rome, maison religieuse",
    publicName: "Séjour à Rome",
    kind: "accommodation",
    country: "IT",
    place: "Rome",
    text: {
      fr: "Deux nuits en demi-pension, à dix minutes à pied du Vatican.",
      en: "Two nights with half board, ten minutes’ walk from the Vatican.",
      it: "Due notti in mezza pensione, a dieci minuti a piedi dal Vaticano.",
    },
    products: [["Maison religieuse à Rome", 2]],
  },
  {
    name: "Assise et Spello",
    publicName: "Sur les pas de saint François",
    kind: "day",
    country: "IT",
    place: "Assise",
    text: {
      fr: "La basilique et ses fresques avec un guide francophone, déjeuner à Spello autour de l’huile et de la truffe.",
      en: "The basilica and its frescoes with a guide, lunch in Spello of oil and truffle.",
      it: "La basilica e i suoi affreschi con guida, pranzo a Spello tra olio e tartufo.",
    },
    products: [
      ["Autocar en Ombrie", 1],
      ["Guide francophone, journée", 1],
      ["Déjeuner à Spello", 1],
    ],
  },
  {
    name: "Nuit à la Domus Pacis",
    publicName: null,
    kind: "accommodation",
    country: "IT",
    place: "Assise",
    text: { fr: "Nuit en demi-pension.", en: "Night with half board.", it: "Notte in mezza pensione." },
    products: [["Domus Pacis, demi-pension", 1]],
  },
  {
    name: "Dolomites : randonnée et refuge",
    publicName: "Une journée en altitude",
    kind: "day",
    country: "IT",
    place: "Cortina",
    text: {
      fr: "Montée en télécabine, randonnée avec un guide de montagne, pique-nique, nuit au refuge Lagazuoi.",
      en: "Up by cable car, a walk with a mountain guide, a picnic, the night at the Lagazuoi hut.",
      it: "Salita in funivia, escursione con guida alpina, picnic, notte al rifugio Lagazuoi.",
    },
    products: [
      ["Guide de montagne", 1],
      ["Remontées mécaniques", 1],
      ["Panier pique-nique", 1],
      ["Refuge dans les Dolomites", 1],
    ],
  },
];

/** Days of each template by the names of their steps. */
export const DEMO_TEMPLATES: readonly {
  readonly name: string;
  readonly publicName: string;
  readonly place: string;
  readonly text: TextByLanguage;
  readonly days: readonly (readonly string[])[];
}[] = [
  {
    name: "Naples et la baie, 5 jours",
    publicName: "Naples, Pompéi et Capri",
    place: "Naples",
    text: {
      fr: "La baie de Naples en cinq jours, entre villes ensevelies et îles.",
      en: "The bay of Naples in five days, between buried cities and islands.",
      it: "Il golfo di Napoli in cinque giorni, tra città sepolte e isole.",
    },
    days: [
      ["Vol aller et arrivée à Naples", "Nuit à Naples, 4 étoiles"],
      ["Pompéi et le Vésuve", "Nuit à Naples, 4 étoiles"],
      ["Capri en bateau", "Nuit à Naples, 4 étoiles"],
      ["Naples : musée et atelier pizza", "Nuit à Naples, 4 étoiles"],
      ["Vol retour de Naples"],
    ],
  },
  {
    name: "Rome des pèlerins, 3 jours",
    publicName: "Rome en pèlerinage",
    place: "Rome",
    text: {
      fr: "Trois jours au cœur de Rome, de l’audience au Forum.",
      en: "Three days in the heart of Rome, from the audience to the Forum.",
      it: "Tre giorni nel cuore di Roma, dall’udienza al Foro.",
    },
    days: [["Deux nuits à Rome, maison religieuse"], ["Vatican et place Saint-Pierre"], ["Rome antique"]],
  },
  {
    name: "Assise et Rome, 5 jours",
    publicName: "D’Assise à Rome",
    place: "Assise",
    text: {
      fr: "De l’Ombrie à la Ville éternelle, sur les pas de saint François.",
      en: "From Umbria to the Eternal City, in the steps of Saint Francis.",
      it: "Dall’Umbria alla Città eterna, sui passi di san Francesco.",
    },
    days: [
      ["Nuit à la Domus Pacis"],
      ["Assise et Spello", "Nuit à la Domus Pacis"],
      ["Deux nuits à Rome, maison religieuse"],
      ["Vatican et place Saint-Pierre"],
      ["Rome antique"],
    ],
  },
  {
    name: "Week-end dans les Dolomites",
    publicName: "Deux jours en altitude",
    place: "Cortina",
    text: { fr: "Deux jours d’air et de roche.", en: "Two days of air and rock.", it: "Due giorni d’aria e roccia." },
    days: [["Dolomites : randonnée et refuge"], []],
  },
];
