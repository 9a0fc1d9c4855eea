/** The catalogue of the demo agency: supplier (country, city) | name | how it is counted | category | cost | price. */
export const DEMO_CATALOGUE = `
ITA Airways|IT|Rome|Vol Lyon–Rome, aller-retour|perPerson||flight|164.00|186.00
Aegean|GR|Athènes|Vol Lyon–Athènes, aller-retour|perPerson||flight|212.00|246.00
Transalpes Autocars|FR|Grenoble|Autocar grand tourisme, 53 places, par jour|perCapacity|53|transport|620.00|725.00
Transalpes Autocars|FR|Grenoble|Transfert aéroport|perGroup||transport|290.00|340.00
Umbria Mobilità|IT|Pérouse|Autocar en Ombrie, par jour|perCapacity|50|transport|580.00|690.00
Domus Pacis Assisi|IT|Assise|Domus Pacis, demi-pension|perPerson||accommodation|53.60|62.00
Hotel Santa Lucia|IT|Naples|Hôtel 4 étoiles à Naples, chambre double|roomShared|2|accommodation|116.00|138.00
Rifugio Lagazuoi|IT|Cortina|Refuge dans les Dolomites, demi-pension|perPerson||accommodation|68.00|79.00
Donau Flotte|AT|Vienne|Croisière sur le Danube, 7 nuits, pont principal|perPerson||accommodation|890.00|1060.00
Ryokan Kiso-ya|JP|Nagoya|Ryokan, demi-pension|perPerson||accommodation|142.00|168.00
Assisi Guide|IT|Assise|Guide francophone, journée|perGroup||guide|204.00|240.00
Vox Roma|IT|Rome|Audiophones|perPerson||visit|7.00|9.00
Opera Romana|IT|Rome|Audience et musées du Vatican|perPerson||visit|20.00|22.00
Parco Pompei|IT|Pompéi|Entrée à Pompéi|perPerson||visit|18.00|22.00
Frantoio Petesse|IT|Spello|Déjeuner à Spello, huile et truffe|perPerson||meal|24.00|28.00
Mutuaide|FR|Bry-sur-Marne|Assurance assistance rapatriement|perPerson||insurance|14.00|18.00
Mutuaide|FR|Bry-sur-Marne|Assurance annulation, groupe|perPerson||insurance|26.00|33.00`;

type Words = { readonly [language in "en" | "fr" | "it"]: string };

/** What most trips are made of, with its share of the price and of it what it costs. */
export const DEMO_PARTS: readonly {
  readonly name: Words;
  readonly unit: "person" | "group" | "day";
  readonly share: number;
  readonly cost: number;
  readonly supplier: string | null;
}[] = [
  {
    name: { fr: "Transport aller-retour", en: "Return transport", it: "Trasporto di andata e ritorno" },
    unit: "group",
    share: 0.26,
    cost: 0.87,
    supplier: "Transalpes Autocars",
  },
  {
    name: { fr: "Hébergement en demi-pension", en: "Half board accommodation", it: "Soggiorno in mezza pensione" },
    unit: "person",
    share: 0.5,
    cost: 0.85,
    supplier: "Hotel Santa Lucia",
  },
  {
    name: { fr: "Visites et entrées", en: "Visits and entrances", it: "Visite e ingressi" },
    unit: "person",
    share: 0.09,
    cost: 0.9,
    supplier: "Opera Romana",
  },
  {
    name: { fr: "Guide accompagnateur", en: "Escorting guide", it: "Guida accompagnatrice" },
    unit: "day",
    share: 0.11,
    cost: 0.8,
    supplier: null,
  },
  {
    name: { fr: "Assurance assistance rapatriement", en: "Assistance insurance", it: "Assicurazione assistenza" },
    unit: "person",
    share: 0.04,
    cost: 0.78,
    supplier: "Mutuaide",
  },
];
