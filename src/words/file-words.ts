import type { Locale } from "#domain/shared/actor.ts";
import { exchangeWords as en } from "#words/en/exchange.ts";
import { exchangeWords as fr } from "#words/fr/exchange.ts";
import { exchangeWords as it } from "#words/it/exchange.ts";
import type { Same } from "#words/same.ts";

type FieldName = keyof (typeof en)["field"];
/** Columns that leave and are not read again as they are. */
type OwnColumn = "outcome" | "closedOn" | "team";
export type FileColumn = FieldName | OwnColumn;

const own = {
  en: {
    reason: "Error",
    yes: "yes",
    no: "no",
    won: "Won",
    lost: "Lost",
    open: "Open",
    status: { prospect: "prospect", client: "client" },
    gender: { female: "female", male: "male" },
    columns: { outcome: "Outcome", closedOn: "Closed", team: "Team" },
    files: { clients: "clients", contacts: "contacts", opportunities: "opportunities", errors: "errors" },
  },
  fr: {
    reason: "Erreur",
    yes: "oui",
    no: "non",
    won: "Gagnée",
    lost: "Perdue",
    open: "Ouverte",
    status: { prospect: "prospect", client: "client" },
    gender: { female: "femme", male: "homme" },
    columns: { outcome: "Issue", closedOn: "Clôturée le", team: "Équipe" },
    files: { clients: "clients", contacts: "contacts", opportunities: "opportunites", errors: "erreurs" },
  },
  it: {
    reason: "Errore",
    yes: "sì",
    no: "no",
    won: "Vinta",
    lost: "Persa",
    open: "Aperta",
    status: { prospect: "potenziale", client: "cliente" },
    gender: { female: "donna", male: "uomo" },
    columns: { outcome: "Esito", closedOn: "Chiusa il", team: "Squadra" },
    files: { clients: "clienti", contacts: "contatti", opportunities: "opportunita", errors: "errori" },
  },
} satisfies Record<Locale, unknown>;

type FileWords = Same<(typeof own)["en"]>;

/** Words in files that leave Escale. */
export const fileWords: Readonly<Record<Locale, FileWords>> = own;

const FIELDS: Readonly<Record<Locale, Same<(typeof en)["field"]>>> = { en: en.field, fr: fr.field, it: it.field };

/** The header of a column: what the import calls its field, so that the file can come back. */
export function headerOf(column: FileColumn, locale: Locale): string {
  return { ...FIELDS[locale], ...own[locale].columns }[column];
}
