import { Readable } from "node:stream";
import { sql } from "kysely";
import type { Locale } from "#domain/shared/actor.ts";
import { insertDocument } from "#server/document/document-store.ts";
import { demoPdf, demoPicture } from "#server/main/demo-files.ts";
import { startChange } from "#server/platform/change.ts";
import type { WriteTx } from "#server/platform/database.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { keepFile } from "#server/platform/receive-file.ts";

type Sale = {
  readonly id: string;
  readonly name: string;
  readonly manager_id: string;
  readonly language: Locale | null;
  readonly pax: number | null;
  readonly departs_on: string | null;
  readonly last_touch_at: Date;
};

const WORDS = {
  en: {
    programme: "Programme",
    list: "Participants",
    photo: "Seafront",
    columns: "Name,First name,Passport,Expires",
    days: [
      "Day 1: coach, lunch on the way, evening by the sea",
      "Day 2: old town with a guide, free afternoon",
      "Day 3: boat trip, local lunch",
    ],
    facts: (pax: number, day: string) => `${pax} participants, departure ${day}`,
  },
  fr: {
    programme: "Programme",
    list: "Liste des participants",
    photo: "Front de mer",
    columns: "Nom;Prénom;Passeport;Expire le",
    days: [
      "Jour 1 : autocar, déjeuner en route, soirée au bord de la mer",
      "Jour 2 : vieille ville avec un guide, après-midi libre",
      "Jour 3 : promenade en bateau, déjeuner du pays",
    ],
    facts: (pax: number, day: string) => `${pax} participants, départ le ${day}`,
  },
  it: {
    programme: "Programma",
    list: "Elenco partecipanti",
    photo: "Lungomare",
    columns: "Cognome;Nome;Passaporto;Scade il",
    days: [
      "Giorno 1: pullman, pranzo in viaggio, sera al mare",
      "Giorno 2: centro storico con guida, pomeriggio libero",
      "Giorno 3: gita in barca, pranzo tipico",
    ],
    facts: (pax: number, day: string) => `${pax} partecipanti, partenza il ${day}`,
  },
} as const;

const SALES = 12;
const HALF_AN_HOUR = 1_800_000;
/** Larger than any of these. */
const LIMIT_BYTES = 1_000_000;

/** What lies with a dozen sales: a programme, and with some a list of participants and a picture. */
export async function tellDemoDocuments(tx: WriteTx, files: FileStore): Promise<void> {
  const { rows } = await sql<Sale>`
    select o.id, o.name, o.manager_id, c.language, o.pax, o.departs_on, o.last_touch_at from opportunity o
    join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
    join stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
    where o.workspace_id = ${tx.actor.workspaceId} and o.outcome = 'open' and o.departs_on is not null
    order by s.position desc, o.number limit ${SALES}`.execute(tx.db);
  for (const [index, sale] of rows.entries()) await tellOne(tx, files, { sale, index });
}

type One = { readonly sale: Sale; readonly index: number };

async function tellOne(tx: WriteTx, files: FileStore, { sale, index }: One): Promise<void> {
  const say = WORDS[sale.language ?? "fr"];
  const about = say.facts(sale.pax ?? 0, (sale.departs_on ?? "").split("-").toReversed().join("/"));
  const made: (readonly [name: string, bytes: Buffer])[] = [
    [`${say.programme} ${sale.name}.pdf`.replaceAll(/[/\\]/g, "-"), demoPdf(sale.name, [about, "", ...say.days])],
  ];
  if (index % 2 === 0) made.push([`${say.list}.csv`, Buffer.from(`\ufeff${say.columns}\r\n`)]);
  if (index % 3 === 0) made.push([`${say.photo}.jpg`, await demoPicture(index)]);
  for (const [position, [name, bytes]] of made.entries()) {
    const at = new Date(sale.last_touch_at.getTime() - HALF_AN_HOUR + position * 60_000);
    const dated = { ...tx, actor: { ...tx.actor, userId: sale.manager_id }, at };
    const then: WriteTx = { ...dated, change: startChange(dated, "system") };
    const file = await keepFile({ files, limitBytes: LIMIT_BYTES }, { name, source: Readable.from([bytes]) }, tx.actor.workspaceId);
    await insertDocument(then, sale.id, file);
    await then.change.flush();
  }
}
