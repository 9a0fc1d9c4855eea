import { regionOf } from "#domain/client/region.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { insertClient } from "#server/client/client-store.ts";
import { insertContact } from "#server/contact/contact-store.ts";
import type { DemoClock } from "#server/main/demo-clock.ts";
import { DEMO_CLIENTS, DEMO_FIRST_NAMES, DEMO_LAST_NAMES, managerOf } from "#server/main/demo-people.ts";
import type { DemoTags } from "#server/main/demo-tags.ts";
import type { WriteTx } from "#server/platform/database.ts";

export type DemoClient = {
  readonly id: string;
  readonly name: string;
  readonly language: Locale;
  readonly team: number;
  readonly contacts: string[];
};

type Agency = { readonly users: readonly string[]; readonly tags: DemoTags };

/** 90 contacts on 40 clients. */
const CONTACTS = 90;

/** The clients of the demo agency and their people. */
export class DemoClientStory {
  readonly #tx: WriteTx;
  readonly #clock: DemoClock;
  readonly #users: readonly string[];
  readonly #tags: DemoTags;

  constructor(tx: WriteTx, clock: DemoClock, { users, tags }: Agency) {
    this.#tx = tx;
    this.#clock = clock;
    this.#users = users;
    this.#tags = tags;
  }

  async tell(): Promise<DemoClient[]> {
    const kinds = await this.#tx.db
      .selectFrom("client_kind")
      .select(["id", "word"])
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .execute();
    const clients: DemoClient[] = [];
    const lines = DEMO_CLIENTS.trim().split("\n");
    for (const [index, line] of lines.entries()) {
      const [name = "", kind = "", city = "", postalCode = "", country = "FR", language = "fr", team = "0"] = line.split("|");
      this.#clock.another();
      const tx = this.#clock.daysAgo(560 - index * 9);
      const region = regionOf(country === "FR" ? postalCode.slice(0, 2) : city, country) ?? null;
      const id = await insertClient(tx, {
        name,
        kindId: kinds.find((one) => one.word === kind)?.id ?? null,
        status: index % 4 === 3 ? "prospect" : "client",
        managerId: managerOf(this.#users, Number(team), index),
        address: {
          street: `${1 + Math.floor(this.#clock.random() * 90)} ${language === "it" ? "via Garibaldi" : language === "en" ? "Station Road" : "rue de la République"}`,
          postalCode,
          city,
          region,
          country,
        },
        email: `contact${index + 1}@groupe.example`,
        phone: phoneOf(country, index),
        language: language as Locale,
        tagIds: this.#tags.ofClient(name, index),
      });
      const contacts = await this.#contacts(tx, {
        id,
        index,
        name,
        country,
        city,
        region,
        language: language as Locale,
        count: index < CONTACTS - lines.length * 2 ? 3 : 2,
      });
      await tx.change.flush();
      clients.push({ id, name, language: language as Locale, team: Number(team), contacts });
    }
    return clients;
  }

  async #contacts(
    tx: WriteTx,
    at: { id: string; index: number; name: string; country: string; city: string; region: string | null; language: Locale; count: number },
  ): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < at.count; n += 1) {
      const firstName = this.#clock.pick(DEMO_FIRST_NAMES[at.language].split(" "));
      const lastName = this.#clock.pick(DEMO_LAST_NAMES[at.language].split(" "));
      const id = await insertContact(tx, {
        firstName,
        lastName,
        email: `${plainLetters(firstName)}.${plainLetters(lastName)}${at.index * 3 + n}@groupe.example`,
        phone: phoneOf(at.country, 100 + at.index * 3 + n),
        language: at.language,
        jobTitle: (TITLES[at.language] ?? [])[n] ?? null,
        address: { city: at.city, region: at.region, country: at.country },
        ...(n === 0 ? { tagIds: this.#tags.ofClient(at.name, at.index) } : {}),
        ...(n === 0 ? { newsletter: { subscribed: at.index % 5 !== 0, origin: "Salon 2025" } } : {}),
      });
      await tx.db
        .insertInto("client_contact")
        .values({
          workspace_id: tx.actor.workspaceId,
          client_id: at.id,
          contact_id: id,
          role: n === 0 ? "decisionMaker" : n === 1 ? "billing" : "leader",
          is_main: n === 0,
          created_at: tx.at,
        })
        .execute();
      ids.push(id);
    }
    return ids;
  }
}

const TITLES: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  fr: ["Présidente", "Trésorier", "Responsable voyages"],
  it: ["Presidente", "Tesoriere", "Responsabile viaggi"],
  en: ["Chair", "Treasurer", "Trip organiser"],
};

function phoneOf(country: string, index: number): string {
  const tail = String(10_000 + index * 37).padStart(6, "0");
  return (
    { FR: `+33472${tail}`, IT: `+39011${tail}1`, GB: `+44117496${tail.slice(-4)}`, IE: `+3531${tail.padStart(7, "6")}` }[country] ??
    `+33472${tail}`
  );
}

function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^A-Za-z-]/g, "")
    .toLowerCase();
}
