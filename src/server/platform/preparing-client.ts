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

  override readonly query = ((...args: unknown[]): unknown => {
    const [text, values] = args;
    const ask = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== "string") return ask(...args);
    if (!Array.isArray(values) || values.length === 0) {
      this.#follow(text);
      return ask(...args);
    }
    const name = this.#nameOf(text);
    return name === undefined ? ask(...args) : ask({ name, text, values }, ...args.slice(2));
  }) as pg.Client["query"];

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
