import type { WriteTx } from "#server/platform/database.ts";
import { insertTag } from "#server/tag/tags.ts";

/** The tags of the demo agency, and the trips and clients that have them: in the language of whoever made the word. */
const DEMO_TAGS: readonly (readonly [string, RegExp])[] = [
  ["Sénior", /retraités|temps libre|Terza Età|Veterans/i],
  ["Randonnée", /randonnée|levadas|marcheurs|walking|club alpin|Santiago/i],
  ["Pèlerinage", /pèlerinage|Giubileo|diocèse|Parrocchia/i],
  ["Croisière", /croisière|canaux/i],
  ["Scolaire", /scolaire|classe de|lycée|collège|école|liceo|school/i],
  ["Ski", /\bski\b|Schneider|Michelin/i],
  ["Vélo", /vélo|cyclo/i],
  ["Séminaire", /séminaire|convention|incentive/i],
  ["Chorale", /chorale|corale|chœur|Coro |Harmonie/i],
  ["Gita scolastica", /Liceo/],
  ["Walking group", /Hillside|walking week/i],
];
const FAITHFUL = "Fidèle";

export class DemoTags {
  readonly #ids: ReadonlyMap<string, string>;

  private constructor(ids: ReadonlyMap<string, string>) {
    this.#ids = ids;
  }

  static async make(tx: WriteTx): Promise<DemoTags> {
    const ids = new Map<string, string>();
    for (const name of [...DEMO_TAGS.map(([word]) => word), FAITHFUL]) ids.set(name, await insertTag(tx, name));
    return new DemoTags(ids);
  }

  /** What the words of a trip or client say of it. */
  of(...texts: readonly string[]): string[] {
    const said = texts.join(" ");
    return this.#idsOf(DEMO_TAGS.flatMap(([name, words]) => (words.test(said) ? [name] : [])));
  }

  /** Of a client, and of the first of its people: every fourth has come back year after year. */
  ofClient(name: string, index: number): string[] {
    return [...this.of(name), ...(index % 4 === 1 ? this.#idsOf([FAITHFUL]) : [])].sort();
  }

  #idsOf(names: readonly string[]): string[] {
    return names.flatMap((name) => this.#ids.get(name) ?? []).sort();
  }
}
