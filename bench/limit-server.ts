// The limit: a bare node:http server with prepared SQL on bare tables. No sessions, no policies, no facts, no checks.
import { randomUUID } from "node:crypto";
import http from "node:http";
import pg from "pg";

const pool = new pg.Pool({ ...(JSON.parse(process.env["BENCH_DATABASE"] ?? "{}") as pg.PoolConfig), max: 12 });

/** Every field of the record, as the product answers it, with three names beside it. */
const ROW = `o.*, c.name as client_name, p.name as contact_name, u.name as owner_name`;
const NAMES = `left join bare.client c on c.id = o.client_id left join bare.contact p on p.id = o.contact_id left join bare.owner u on u.id = o.manager_id`;

const SQL = {
  list: `select ${ROW} from (select * from bare.opportunity where stage_id = $1 order by expected_close_on, id limit 50) o ${NAMES} order by o.expected_close_on, o.id`,
  count: "select count(*) as total from bare.opportunity where stage_id = $1",
  search: `select ${ROW} from (select * from bare.opportunity where words like $1 and words like $2 order by expected_close_on, id limit 20) o ${NAMES} order by o.expected_close_on, o.id`,
  board: `select stage_id as "stageId", count(*), sum(amount_minor) as total from bare.opportunity group by stage_id`,
  create:
    "insert into bare.opportunity (id, name, stage_id, amount_minor, expected_close_on, client_id, contact_id, manager_id, words) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *",
  move: "update bare.opportunity set stage_id = $2 where id = $1 returning *",
} as const;

async function ask(name: keyof typeof SQL, values: readonly unknown[] = []): Promise<unknown[]> {
  return (await pool.query({ name, text: SQL[name], values: [...values] })).rows as unknown[];
}

async function answer(url: URL, body: Record<string, string>): Promise<unknown> {
  const query = url.searchParams;
  switch (url.pathname) {
    case "/list": {
      const [data, [count]] = await Promise.all([ask("list", [query.get("stageId")]), ask("count", [query.get("stageId")])]);
      return { data, total: Number((count as { total: string }).total) };
    }
    case "/search": {
      const [a = "", b = ""] = (query.get("q") ?? "").split(" ");
      return { data: await ask("search", [`%${a}%`, `%${b}%`]) };
    }
    case "/board":
      return { data: await ask("board") };
    case "/create": {
      const id = randomUUID();
      const { name, stageId, amount, expectedCloseOn, clientId, contactId, managerId } = body;
      const [made] = await ask("create", [
        id,
        name,
        stageId,
        amount,
        expectedCloseOn,
        clientId,
        contactId,
        managerId,
        (name ?? "").toLowerCase(),
      ]);
      return made;
    }
    case "/move":
      return (await ask("move", [body["id"], body["stageId"]]))[0];
    default:
      return {};
  }
}

async function readBody(request: http.IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Record<string, string>);
}

const server = http.createServer((request, response) => {
  void (async () => {
    const result = await answer(new URL(request.url ?? "/", "http://limit"), request.method === "POST" ? await readBody(request) : {});
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
  })().catch((error: unknown) => response.writeHead(500).end(String(error)));
});
// It waits for its turn longer than the usual five seconds.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${(server.address() as { port: number }).port}\n`));
