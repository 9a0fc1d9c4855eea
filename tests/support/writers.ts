import { setTimeout as wait } from "node:timers/promises";
import { createKeyFor, createPerson } from "#server/admin/accounts.ts";
import type { Installation } from "#server/admin/installation.ts";

export async function keyOfWriters(installation: Installation): Promise<string> {
  const email = "writers@escale.example";
  await createPerson(installation, { workspace: undefined, email, name: "Writers", role: "administrator", language: "en", password: null });
  return createKeyFor(installation, { user: email, name: "writers", readOnly: false });
}

/** Programs that create opportunities, each with its Idempotency-Key, and try again until they are answered. */
export class Writers {
  readonly #address: string;
  readonly #key: string;
  readonly #acknowledged: string[] = [];
  readonly #statuses = new Map<number, number>();
  readonly #work: Promise<void>[];
  #isOver = false;
  /** 503 without a Retry-After. */
  impolite = 0;

  constructor(address: string, key: string, count: number) {
    this.#address = address;
    this.#key = key;
    this.#work = Array.from({ length: count }, (_, writer) => this.#write(writer));
  }

  /** Names of the opportunities that were answered 201. */
  get acknowledged(): readonly string[] {
    return this.#acknowledged;
  }

  /** How often each status was answered; 0: no answer. */
  get statuses(): ReadonlyMap<number, number> {
    return this.#statuses;
  }

  async finish(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#work);
  }

  async #write(writer: number): Promise<void> {
    for (let at = 0; !this.#isOver; at += 1) {
      const name = `writer ${writer}, opportunity ${at}`;
      while (!(await this.#try(name))) {
        if (this.#isOver) return;
        await wait(30);
      }
      this.#acknowledged.push(name);
    }
  }

  async #try(name: string): Promise<boolean> {
    const answer = await fetch(`${this.#address}/api/v1/opportunities`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#key}`, "content-type": "application/json", "idempotency-key": name },
      body: JSON.stringify({ name, client: { name: `Client of ${name}` }, contacts: [{ contact: { lastName: "Lambert" }, isMain: true }] }),
      signal: AbortSignal.timeout(12_000),
    }).catch(() => undefined);
    const status = answer?.status ?? 0;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    if (status === 503 && !answer?.headers.get("retry-after")) this.impolite += 1;
    await answer?.text().catch(() => undefined);
    return status === 201;
  }
}

/** What the database holds of them: lost, twice, without their fact, their state or their contact. */
export const DAMAGE = `
  with asked as (select unnest($1::text[]) as name),
  kept as (select o.* from opportunity o where o.name like 'writer %')
  select (select count(*) from asked a where not exists (select 1 from kept k where k.name = a.name))::int as lost,
    (select count(*) from (select name from kept group by name having count(*) > 1) twice)::int as twice,
    (select count(*) from kept k where not exists (select 1 from fact f where f.workspace_id = k.workspace_id and f.record_id = k.id))::int as factless,
    (select count(*) from kept k where not exists (select 1 from opportunity_state s where s.workspace_id = k.workspace_id and s.opportunity_id = k.id))::int as stateless,
    (select count(*) from kept k where not exists (select 1 from opportunity_contact c where c.workspace_id = k.workspace_id and c.opportunity_id = k.id))::int as contactless`;
