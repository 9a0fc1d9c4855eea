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
Mutuaide|FR|Bry-sur-Marne|Assurance annulation, groupe|perPerson||insurance|26.00|33.00
ITA Airways|IT|Rome|Vol Paris–Naples, aller-retour|perPerson||flight|172.00|198.00
Aegean|GR|Athènes|Vol Paris–Héraklion, aller-retour|perPerson||flight|238.00|276.00
Transalpes Autocars|FR|Grenoble|Autocar grand tourisme, 30 places, par jour|perCapacity|30|transport|480.00|565.00
Transalpes Autocars|FR|Grenoble|Indemnité repas du chauffeur, par jour|perVehicleInUse||transport|42.00|48.00
Umbria Mobilità|IT|Pérouse|Minibus, 19 places, par jour|perCapacity|19|transport|340.00|405.00
Navi del Golfo|IT|Naples|Bateau Naples–Capri, aller-retour|perPerson||transport|38.00|45.00
Navi del Golfo|IT|Naples|Tour de Capri en bateau, 60 places|perCapacity|60|visit|690.00|810.00
Circumvesuviana|IT|Naples|Train du Vésuve, billet de groupe|perPerson||transport|4.20|5.00
Hotel Santa Lucia|IT|Naples|Hôtel 4 étoiles à Naples, chambre simple|roomWhole|1|accommodation|92.00|112.00
Hotel Santa Lucia|IT|Naples|Hôtel 4 étoiles à Naples, chambre triple|roomShared|3|accommodation|148.00|176.00
Hotel Santa Lucia|IT|Naples|Dîner à l’hôtel, trois plats|perPerson||meal|21.00|26.00
Villa Cimbrone|IT|Ravello|Hôtel à Ravello, chambre double vue mer|roomShared|2|accommodation|164.00|196.00
Villa Cimbrone|IT|Ravello|Concert dans les jardins|perPerson||visit|24.00|30.00
Domus Pacis Assisi|IT|Assise|Domus Pacis, pension complète|perPerson||accommodation|66.00|77.00
Domus Pacis Assisi|IT|Assise|Supplément chambre seule|roomWhole|1|accommodation|14.00|18.00
Casa Santa Brigida|IT|Rome|Maison religieuse à Rome, demi-pension|perPerson||accommodation|72.00|85.00
Casa Santa Brigida|IT|Rome|Dîner de bienvenue à Rome|perPerson||meal|26.00|32.00
Rifugio Lagazuoi|IT|Cortina|Panier pique-nique de montagne|perPerson||meal|11.00|14.00
Guide Alpine Dolomiti|IT|Cortina|Guide de montagne, journée|perCapacity|12|guide|310.00|370.00
Guide Alpine Dolomiti|IT|Cortina|Remontées mécaniques, journée|perPerson||visit|38.00|44.00
Donau Flotte|AT|Vienne|Croisière sur le Danube, 7 nuits, pont supérieur|perPerson||accommodation|1080.00|1290.00
Donau Flotte|AT|Vienne|Forfait boissons à bord, 7 jours|perPerson||meal|98.00|118.00
Donau Flotte|AT|Vienne|Excursion à l’abbaye de Melk|perPerson||visit|41.00|49.00
Ryokan Kiso-ya|JP|Nagoya|Cérémonie du thé|perPerson||visit|22.00|27.00
Nippon Rail|JP|Tokyo|Japan Rail Pass, 7 jours|perPerson||transport|272.00|295.00
Nippon Rail|JP|Tokyo|Hôtel à Tokyo, chambre double|roomShared|2|accommodation|128.00|152.00
Assisi Guide|IT|Assise|Guide francophone, demi-journée|perGroup||guide|128.00|152.00
Vox Roma|IT|Rome|Guide officiel à Rome, demi-journée|perCapacity|25|guide|168.00|198.00
Vox Roma|IT|Rome|Guide officiel à Naples, journée|perCapacity|25|guide|236.00|278.00
Opera Romana|IT|Rome|Colisée, Forum et Palatin|perPerson||visit|18.00|21.00
Opera Romana|IT|Rome|Galerie Borghèse, entrée réservée|perPerson||visit|17.00|20.00
Parco Pompei|IT|Pompéi|Entrée à Herculanum|perPerson||visit|13.00|16.00
Parco Pompei|IT|Pompéi|Musée archéologique de Naples|perPerson||visit|16.00|19.00
Parco Pompei|IT|Pompéi|Montée au cratère du Vésuve|perPerson||visit|12.00|15.00
Frantoio Petesse|IT|Spello|Dégustation d’huiles et de vins|perPerson||visit|14.00|18.00
Pizzeria Sorbillo|IT|Naples|Atelier pizza et déjeuner|perPerson||meal|29.00|36.00
Pizzeria Sorbillo|IT|Naples|Déjeuner pizza, boisson comprise|perPerson||meal|16.00|20.00
Taverna Minos|GR|Héraklion|Soirée crétoise, dîner et musique|perPerson||meal|32.00|39.00
Taverna Minos|GR|Héraklion|Hôtel en Crète, demi-pension|perPerson||accommodation|58.00|69.00
Aegean|GR|Athènes|Palais de Knossos, entrée et guide|perPerson||visit|24.00|29.00
Mutuaide|FR|Bry-sur-Marne|Assurance multirisque, part du prix|percentage||insurance|3.2|3.8
Alpes Accompagnement|FR|Grenoble|Accompagnateur de l’agence, par jour|perGroup||guide|190.00|230.00
Alpes Accompagnement|FR|Grenoble|Carnet de voyage et étiquettes|perPerson||other|4.50|7.00`;

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
