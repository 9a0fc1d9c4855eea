import { CITIES, LAST_NAMES, LOAD_TRIPS } from "#server/admin/load-words.ts";
import type { Question } from "#bench/ask.ts";
import { sizesOf } from "#bench/sizes.ts";

/** The same question to the product and to the limit; `n` varies what is asked. */
export type Operation = {
  readonly name: string;
  /** Largest ratio of CPU to the limit's that we want. */
  readonly target: number;
  /** A seller sees part of the rows: measured apart where reading is the work. */
  readonly bySeller?: true;
  readonly escale: (n: number) => Question;
  readonly limit: (n: number) => Question;
};

type Agency = { readonly stageIds: readonly string[]; readonly managerIds: readonly string[]; readonly opportunities: number };

const id = (kind: number, n: number): string => `${String(kind).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Two words: the name of a client and a place. */
export function wordsOf(n: number): string {
  const trip = LOAD_TRIPS[n % LOAD_TRIPS.length];
  return fold(`${LAST_NAMES[(n * 7) % LAST_NAMES.length] ?? ""} ${trip?.place ?? ""}`);
}

export function operationsOf({ stageIds, managerIds, opportunities }: Agency): Operation[] {
  const stage = (n: number): string => stageIds[n % stageIds.length] ?? "";
  // Spread over the whole table, never twice the same in a slice.
  const opportunity = (n: number): string => id(3, 1 + ((n * 7919) % opportunities));
  const get = (path: string): Question => ({ method: "GET", path });
  const post = (path: string, body: unknown): Question => ({ method: "POST", path, body });
  const sale = (n: number) => ({
    name: `Grand tour ${n}`,
    stageId: stage(n),
    expectedCloseOn: "2027-03-01",
    clientId: id(1, 1 + (n % sizesOf(opportunities).clients)),
    managerId: managerIds[n % managerIds.length] ?? "",
  });
  const contactId = (n: number): string => id(2, 1 + (n % sizesOf(opportunities).clients));
  return [
    {
      name: "list",
      target: 2.5,
      bySeller: true,
      escale: (n) => get(`/api/v1/opportunities?stageId=${stage(n)}&sort=expectedCloseOn&limit=50&count=exact`),
      limit: (n) => get(`/list?stageId=${stage(n)}`),
    },
    {
      name: "search",
      target: 2.5,
      bySeller: true,
      escale: (n) => get(`/api/v1/opportunities?q=${encodeURIComponent(wordsOf(n))}&limit=20`),
      limit: (n) => get(`/search?q=${encodeURIComponent(wordsOf(n))}`),
    },
    {
      name: "board (50 cards a column)",
      target: 2,
      bySeller: true,
      escale: () => get("/api/v1/opportunities/board"),
      limit: () => get("/board"),
    },
    {
      name: "board totals",
      target: 2,
      escale: () => get("/api/v1/opportunities/board?limit=0"),
      limit: () => get("/board"),
    },
    {
      name: "create",
      target: 5,
      escale: (n) => post("/api/v1/opportunities", { ...sale(n), amount: "40600.00", contacts: [{ contactId: contactId(n) }] }),
      limit: (n) => post("/create", { ...sale(n), amount: "4060000", contactId: contactId(n) }),
    },
    {
      name: "move",
      target: 5,
      escale: (n) => post(`/api/v1/opportunities/${opportunity(n)}/move`, { stageId: stage(n) }),
      limit: (n) => post("/move", { id: opportunity(n), stageId: stage(n) }),
    },
  ];
}

/** What the growth of the table must not slow down. The first rows never wait for a total. */
export function growthQuestions(stageIds: readonly string[], opportunities: number): Readonly<Record<string, (n: number) => Question>> {
  return {
    list: (n) => ({ method: "GET", path: `/api/v1/opportunities?stageId=${stageIds[n % stageIds.length]}&sort=expectedCloseOn&limit=50` }),
    // A city with the number of a client of another one, mostly: nothing holds both words, so near ones are looked for.
    "search (near words)": (n) => {
      const client = 1 + ((n * 7919) % sizesOf(opportunities).clients);
      return {
        method: "GET",
        path: `/api/v1/opportunities?q=${encodeURIComponent(`${CITIES[n % CITIES.length]?.name ?? ""} ${client}`)}&limit=20`,
      };
    },
    "opportunity page": (n) => ({ method: "GET", path: `/api/v1/opportunities/${id(3, 1 + ((n * 7919) % opportunities))}` }),
  };
}
