/**
 * What is open today: name | places with country | days | euros per person | adults | children | client | stage |
 * days since it was created | days since anything happened | days until its close | days until departure | marks (* priority, ~ dates flexible, m monthly).
 */
export const DEMO_OPEN = `
Randonnée Dolomites|IT:Dolomites|8|1300|24|0|Club alpin de Grenoble|0|2|2|45|284|
Séminaire direction|PT:Lisbonne|3|1250|18|0|Groupe Lumière|0|1|1|24|108|*
Voyage scolaire 4e|IT:Rome|5|555|4|48|Collège Jean-Moulin|0|2|2|38|160|
Convention annuelle|||0|120|0|Fonderies du Rhône|0|0|0|60|121|~
Puglia e Matera|IT:Bari,IT:Matera|7|980|29|0|CRAL Banca del Piemonte|0|3|3|52|174|
Lake Garda walking week|IT:Garda|8|1240|22|0|Hillside Walking Club|0|1|1|40|192|
Classe de mer à Saint-Malo|FR:Saint-Malo|5|385|5|46|École Sainte-Marie|0|2|2|31|202|
Voyage de noces aux Cyclades|GR:Santorin,GR:Naxos|12|2350|2|0|Couple Bernard-Nguyen|0|0|0|20|225|~
Carnaval de Venise|IT:Venise|4|640|38|0|Harmonie de Romans|0|6|6|12|76|
Grand tour de Sicile|IT:Sicile|8|1390|42|0|Amicale des retraités SNCF|1|26|12|18|200|*
Croisière Danube|AT:Vienne,HU:Budapest|8|1500|64|0|CE Michelin|1|19|4|-3|312|
Andalousie à vélo|ES:Séville,ES:Grenade|8|1390|26|0|Cyclo-club de Voreppe|1|12|5|33|165|
Festival de Vérone|IT:Vérone|4|875|34|0|Opéra Amis de Grenoble|1|23|9|26|220|
Malta, storia e mare|MT:La Valletta|6|890|31|0|Università della Terza Età|1|9|3|36|178|
Western Front study trip|BE:Ypres,FR:Arras|4|410|4|40|St Mary’s Grammar School|1|14|6|27|141|
Berlin, sur les traces du Mur|DE:Berlin|5|540|4|45|Lycée Champollion|1|11|2|41|133|
Cammino di Santiago|ES:Santiago|9|1150|14|0|Amici del Cammino|1|8|1|50|186|~
Naples et côte amalfitaine|IT:Naples,IT:Amalfi,IT:Capri|8|1015|38|4|Comité d’entreprise Lumière|2|21|4|20|200|*~
Pèlerinage à Assise|IT:Assise|6|775|36|0|Diocèse de Lyon|2|30|2|15|147|
Islande en famille|IS:Reykjavik|11|3790|5|4|Famille Perret|2|17|3|28|226|
Grèce antique|GR:Athènes,GR:Delphes|8|1120|6|42|Lycée hôtelier de Thonon|2|34|8|-5|154|
Capitales baltes|LT:Vilnius,LV:Riga,EE:Tallinn|8|1260|34|0|Rotary Club Vienne|2|13|1|30|193|
Week-end à Barcelone|ES:Barcelone|4|640|15|0|Les copains de Bresse|2|10|4|9|97|
Normandia e sbarco|FR:Caen,FR:Mont-Saint-Michel|6|930|6|43|Liceo Scientifico Galilei|2|24|5|22|112|
Provence by train|FR:Avignon,FR:Arles|6|1190|18|0|Northern Rail Veterans|2|15|0|34|169|
Sorties ski des salariés|FR:Les Menuires|1|0|48|0|CSE Schneider Isère|2|12|2|14|46|m
Convention commerciale a Porto|PT:Porto|4|1180|52|0|Officine Meccaniche Rossi|2|18|3|25|98|*
Marchés de Noël|FR:Strasbourg,FR:Colmar|3|412|48|0|Mairie de Voiron|3|41|21|6|14|
Chorale à Prague|CZ:Prague|5|695|38|0|Chœur du Vercors|3|28|3|16|171|
Écosse, îles et distilleries|GB:Édimbourg,GB:Islay|7|1450|22|0|Confrérie du whisky lyonnais|3|36|6|11|145|
Madère, les levadas à pied|PT:Madère|8|1180|30|0|Les Marcheurs du Pilat|3|25|8|19|182|
Vietnam du nord au sud|VN:Hanoï,VN:Hô-Chi-Minh-Ville|14|2380|16|0|Rotary Club Vienne|3|33|5|23|118|
Rassegna corale a Salisburgo|AT:Salzbourg|4|520|41|0|Coro Monte Rosa|3|29|12|-2|207|
Journées du patrimoine à Turin|IT:Turin|3|430|28|0|Conseil départemental de la Drôme|3|20|2|29|296|
Japon, route du Kiso|JP:Kyoto,JP:Nagoya|15|4660|16|0|Amis du Japon Isère|4|58|1|8|130|*
Incentive Marrakech|MA:Marrakech|4|896|55|0|Alpes Énergie|4|47|3|5|58|
Canaux de Bourgogne|FR:Dijon|4|760|44|0|Université du temps libre, Annecy|4|39|6|13|195|
Giubileo a Roma|IT:Rome|5|610|37|0|Parrocchia San Giuseppe|4|44|2|10|104|`;

/** Trips that groups asked for in the past: name, places with country, days, euros per person. */
export const DEMO_TRIPS = `
Naples et côte amalfitaine|IT:Naples,IT:Amalfi,IT:Capri|8|1015
Grand tour de Sicile|IT:Sicile|8|1390
Randonnée Dolomites|IT:Dolomites|8|1300
Séminaire direction à Lisbonne|PT:Lisbonne|3|1250
Voyage scolaire à Rome|IT:Rome|5|555
Croisière sur le Danube|AT:Vienne,HU:Budapest|8|1500
Pèlerinage à Assise|IT:Assise|6|775
Islande en famille|IS:Reykjavik|11|3790
Marchés de Noël en Alsace|FR:Strasbourg,FR:Colmar|3|412
Chorale à Prague|CZ:Prague|5|695
Japon, route du Kiso|JP:Kyoto,JP:Nagoya|15|4660
Incentive Marrakech|MA:Marrakech|4|896
Écosse, îles et distilleries|GB:Édimbourg,GB:Islay|7|1450
Andalousie à vélo|ES:Séville,ES:Grenade|8|1390
Madère, les levadas à pied|PT:Madère|8|1180
Canaux de Bourgogne|FR:Dijon|4|760
Festival de Vérone|IT:Vérone|4|875
Berlin, sur les traces du Mur|DE:Berlin|5|540
Grèce antique|GR:Athènes,GR:Delphes|8|1120
Barcelone et Gaudí|ES:Barcelone|4|640
Puglia e Matera|IT:Bari,IT:Matera|7|980
Cammino di Santiago|ES:Santiago|9|1150
Malta, storia e mare|MT:La Valletta|6|890
Normandia e sbarco|FR:Caen,FR:Mont-Saint-Michel|6|930
Lake Garda walking week|IT:Garda|8|1240
Provence by train|FR:Avignon,FR:Arles|6|1190
Western Front study trip|BE:Ypres,FR:Arras|4|410
Norvège, fjords et Lofoten|NO:Bergen,NO:Lofoten|10|2950
Vietnam du nord au sud|VN:Hanoï,VN:Hô-Chi-Minh-Ville|14|2380
Croatie et îles dalmates|HR:Split,HR:Hvar|8|1280`;
