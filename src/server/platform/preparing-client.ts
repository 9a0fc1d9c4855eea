import type { Socket } from "node:net";
import { sql, type RawBuilder } from "kysely";
import pg from "pg";

const MARK = "/* prepared */";

/** Put into a question whose best plan does not depend on its values: it is planned once a connection. */
export const PREPARED: RawBuilder<unknown> = sql.raw(MARK);

/** A statement of a writing transaction that came back this often is worth a plan of its own. */
const COMES_BACK = 3;
/** A list of values gives a text of its own for each length: texts beyond this many are not kept. */
const MOST = 600;

type Known = { times: number; readonly name: string };
const known = new Map<string, Known>();

/**
 * Planning under row policies costs more than running most statements. Those that write or read by key are prepared;
 * those that filter lists are not, because a plan for any value is a bad plan for some. PostgreSQL keeps judging
 * (plan_cache_mode=auto). A plan made under one role is thrown away under another: the name says the role.
 */
export class PreparingClient extends pg.Client {
  #role = "";
  #isWriting = false;
  /** How the transaction begins, until its first statement takes it along. */
  #beginning: string | undefined;
  #isGathering = false;

  override readonly query = ((...args: unknown[]): unknown => {
    const [text] = args;
    if (args.length === 1 && typeof text === "string" && text.startsWith("begin")) {
      this.#follow(text);
      this.#beginning = text;
      return Promise.resolve({ command: "BEGIN", rows: [], rowCount: null, oid: 0, fields: [] });
    }
    return this.#beginning === undefined ? this.#ask(args) : this.#askAtBeginning(this.#beginning, args);
  }) as pg.Client["query"];

  /**
   * A round trip costs both sides more than most statements: the transaction begins in the packet of its first statement.
   * What begins badly is an aborted transaction, in which PostgreSQL refuses the statement too.
   */
  async #askAtBeginning(beginning: string, args: readonly unknown[]): Promise<unknown> {
    this.#beginning = undefined;
    this.#gather();
    const [began, answered] = [super.query(beginning), this.#ask(args) as Promise<unknown>];
    const [beginningOf, answer] = await Promise.allSettled([began, answered]);
    if (beginningOf.status === "rejected") throw beginningOf.reason;
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  }

  /** Statements that are asked in one turn of the event loop leave in one packet. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    const { stream } = (this as unknown as { readonly connection: { readonly stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }

  #ask(args: readonly unknown[]): unknown {
    this.#gather();
    const [text, values] = args;
    const ask = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== "string") return ask(...args);
    if (!Array.isArray(values) || values.length === 0) {
      this.#follow(text);
      return ask(...args);
    }
    const name = this.#nameOf(text);
    return name === undefined ? ask(...args) : ask({ name, text, values }, ...args.slice(2));
  }

  /** Transactions begin and take their role by statements without values. */
  #follow(text: string): void {
    if (text.startsWith("begin")) this.#isWriting = !text.startsWith("begin read only");
    const role = /set local role (\w+)/.exec(text)?.[1];
    if (role !== undefined) this.#role = role;
  }

  #nameOf(text: string): string | undefined {
    const isMarked = text.includes(MARK);
    if (!isMarked && !this.#isWriting) return undefined;
    let statement = known.get(text);
    if (!statement) {
      if (known.size >= MOST) return undefined;
      statement = { times: 0, name: `s${known.size}` };
      known.set(text, statement);
    }
    statement.times += 1;
    return isMarked || statement.times > COMES_BACK ? `${statement.name}_${this.#role}` : undefined;
  }
}
