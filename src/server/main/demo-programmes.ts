/** What the demo agency's quotes are filled with, by country: names begin those of its catalogue. */
import type { Instalment } from "#domain/quote/costing.ts";

export type DemoProgramme = {
  readonly country: string;
  readonly days: readonly string[];
  readonly once: readonly string[];
  readonly night: readonly string[];
  readonly seen: readonly string[];
};

export const DEMO_PROGRAMMES: readonly DemoProgramme[] = [
  {
    country: "IT",
    days: ["Arrivée et installation", "Rome antique", "Rome baroque", "Pompéi", "Naples", "Côte amalfitaine", "Assise", "Spello et retour"],
    once: ["Vol Lyon–Rome", "Transfert aéroport", "Assurance assistance", "Audiophones"],
    night: ["Hôtel 4 étoiles à Naples", "Autocar grand tourisme"],
    seen: ["Entrée à Pompéi", "Guide francophone", "Audience et musées"],
  },
  {
    country: "GR",
    days: ["Arrivée à Athènes", "L’Acropole", "Delphes", "Les Météores", "Olympie", "Épidaure", "Égine", "Retour"],
    once: ["Vol Lyon–Athènes", "Transfert aéroport", "Assurance assistance"],
    night: ["Autocar grand tourisme"],
    seen: ["Guide francophone", "Déjeuner à Spello"],
  },
  {
    country: "AT",
    days: ["Embarquement", "Melk et la Wachau", "Vienne", "Vienne, musique", "Bratislava", "Budapest", "Esztergom", "Retour"],
    once: ["Croisière sur le Danube", "Transfert aéroport", "Assurance annulation"],
    night: ["Autocar grand tourisme"],
    seen: ["Guide francophone"],
  },
  {
    country: "JP",
    days: ["Arrivée à Nagoya", "Magome et Tsumago", "Takayama", "Kanazawa", "Kyoto", "Nara", "Kyoto, temples", "Osaka", "Himeji", "Retour"],
    once: ["Transfert aéroport", "Assurance assistance"],
    night: ["Ryokan"],
    seen: ["Guide francophone"],
  },
];

export const DEMO_TEMPLATES = [
  { name: "Rome et Naples, 8 jours", description: "Le classique du printemps, avec Pompéi.", country: "IT", days: 8 },
  { name: "Rome, 4 jours", description: "Court séjour, musées du Vatican compris.", country: "IT", days: 4 },
  { name: "Grèce classique, 8 jours", description: "D’Athènes à Olympie en autocar.", country: "GR", days: 8 },
  { name: "Danube, 8 jours", description: "Croisière de Passau à Budapest, pont principal.", country: "AT", days: 8 },
  { name: "Japon des auberges, 10 jours", description: "De Nagoya à Kyoto, nuits en ryokan.", country: "JP", days: 10 },
] as const;

export const PLAN_OF_PAYMENT: readonly Instalment[] = [
  { name: "Acompte", daysBeforeDeparture: null, percent: "30" },
  { name: "Deuxième versement", daysBeforeDeparture: 90, percent: "40" },
  { name: "Solde", daysBeforeDeparture: 30, percent: "30" },
];
