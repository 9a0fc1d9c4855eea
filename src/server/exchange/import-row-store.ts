import { sql } from "kysely";
import { exchangeEndpoints } from "#contract/exchange.ts";
import type { CellProblem, RowValues } from "#domain/exchange/read-row.ts";
import type { ValueChange } from "#server/exchange/import-context.ts";
import type { CheckedRow } from "#server/exchange/import-rows.ts";
import { byOwner, getImport } from "#server/exchange/import-store.ts";
import { handle } from "#server/platform/handle.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { problemWords } from "#words/problem-words.ts";

const AT_ONCE = 2000;
const VALUES_KEPT = 6;

/** Keeps what becomes of each row, many at a time, in place of what was kept before. */
export class RowKeeper {
  readonly #tx: WriteTx;
  readonly #importId: string;
  #rows: unknown[] = [];

  constructor(tx: WriteTx, importId: string) {
    this.#tx = tx;
    this.#importId = importId;
  }

  async forget(): Promise<void> {
    await this.#tx.db
      .deleteFrom("import_row")
      .where("workspace_id", "=", this.#tx.actor.workspaceId)
      .where("import_id", "=", this.#importId)
      .execute();
  }

  async keep({ line, action, name, duplicateOf, values, changes, problems }: CheckedRow): Promise<void> {
    const said = Object.entries(values).filter(([field]) => !["name", "firstName", "lastName"].includes(field));
    const detail = { values: Object.fromEntries(said.slice(0, VALUES_KEPT).map(([field, value]) => [field, textOf(value)])) };
    const more = { ...(changes.length > 0 ? { changes } : {}), ...(problems.length > 0 ? { problems } : {}) };
    const twin = duplicateOf === null ? {} : { duplicateOf };
    this.#rows.push({ line, action, is_duplicate: duplicateOf !== null, name, detail: { ...detail, ...more, ...twin } });
    if (this.#rows.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    const rows = storableJson(this.#rows);
    this.#rows = [];
    await sql`insert into import_row (workspace_id, import_id, line, action, is_duplicate, name, detail)
      select ${this.#tx.actor.workspaceId}, ${this.#importId}, r.line, r.action, r.is_duplicate, r.name, r.detail
      from jsonb_to_recordset(${rows}::jsonb) as r(line integer, action text, is_duplicate boolean, name text, detail jsonb)`.execute(
      this.#tx.db,
    );
  }
}

/** What a file holds and a database cannot: shown by the sign for it. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\u(0000|d[89a-f][0-9a-f]{2})/g, "\\ufffd");
}

function textOf(value: RowValues[string]): string {
  return (Array.isArray(value) ? value.join("; ") : String(value)).slice(0, 120);
}

type Detail = {
  readonly values: Record<string, string>;
  readonly changes?: ValueChange[];
  readonly problems?: CellProblem[];
  readonly duplicateOf?: string;
};

export const listImportRows = handle(exchangeEndpoints.listImportRows, {
  subject: ({ tx, params }) => getImport(tx, params.id),
  allow: byOwner,
  run: async ({ tx, subject, query, request }) => {
    const { show, limit, cursor } = query;
    const found = await tx.db
      .selectFrom("import_row")
      .select(["line", "action", "name", "detail"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("import_id", "=", subject.id)
      .where(show === "duplicates" ? sql<boolean>`is_duplicate` : sql<boolean>`action = ${show}`)
      .where("line", ">", Number(cursor ?? 0))
      .orderBy("line")
      .limit(limit + 1)
      .execute();
    const rows = found.slice(0, limit);
    const same = show === "failed" ? await sameMistakes(tx, subject.id) : new Map<string, number>();
    const words = problemWords[request.locale];
    return {
      data: rows.map(({ line, action, name, detail }) => {
        const { values, changes = [], problems = [], duplicateOf = null } = detail as unknown as Detail;
        const told = problems.map((one) => ({ ...one, detail: words.field(one.code), rows: same.get(mistakeOf(one)) ?? 1 }));
        return { line, action: action as "create", name, duplicateOf, values, changes, problems: told };
      }),
      page: { nextCursor: found.length > limit ? String(rows.at(-1)?.line) : null },
    };
  },
});

const mistakeOf = ({ header, value }: Pick<CellProblem, "header" | "value">): string => `${header ?? ""}\n${value}`;

/** How often the same value is wrong in the same column: corrected once, it may be corrected everywhere. */
async function sameMistakes(tx: ReadTx, importId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ header: string | null; value: string; rows: number }>`
    select p ->> 'header' as header, p ->> 'value' as value, count(*)::integer as rows
    from import_row r, jsonb_array_elements(r.detail -> 'problems') p
    where r.workspace_id = ${tx.actor.workspaceId} and r.import_id = ${importId} and r.action = 'failed'
    group by 1, 2 having count(*) > 1`.execute(tx.db);
  return new Map(rows.map((row) => [mistakeOf(row), row.rows]));
}
