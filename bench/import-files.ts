import { CITIES, LAST_NAMES, LOAD_TRIPS } from "#server/admin/load-words.ts";

const two = (figure: number): string => String(figure).padStart(2, "0");
const clientName = (n: number, run: string): string =>
  `Club ${LAST_NAMES[n % LAST_NAMES.length] ?? ""} ${CITIES[n % CITIES.length]?.name ?? ""} ${run} ${n}`;

/** Clients as another system writes them: with its ids, an address, a telephone. */
export function clientsFile(rows: number, run: string): string {
  const lines = ["External ID,Name,City,Postal code,Country,Email,Phone"];
  for (let n = 1; n <= rows; n += 1)
    lines.push(
      `${run}-${n},${clientName(n, run)},${CITIES[n % CITIES.length]?.name ?? ""},${10_000 + (n % 80_000)},France,contact${n}@club.example,01 ${two(20 + (n % 70))} ${two(n % 100)} ${two((n >> 3) % 100)} ${two((n >> 5) % 100)}`,
    );
  return `${lines.join("\n")}\n`;
}

/** Opportunities of `clients` clients: of each pair one names the client, the other gives its id in the other system. */
export function opportunitiesFile(rows: number, clients: number, run: string): string {
  const lines = ["External ID,Name,Client,Client external ID,Stage,Amount,Departure date,Adults,Expected close date,Destinations"];
  const stages = ["Need qualified", "Proposal sent", "Won"];
  for (let n = 1; n <= rows; n += 1) {
    const client = 1 + (n % clients);
    const place = LOAD_TRIPS[n % LOAD_TRIPS.length]?.place ?? "";
    const who = n % 2 === 0 ? `${clientName(client, run)},` : `,${run}-${client}`;
    const when = `2027-05-${two(1 + (n % 28))},${5 + (n % 40)},2026-${two(1 + (n % 11))}-15`;
    lines.push(`${run}-${n},${place} ${n},${who},${stages[n % stages.length] ?? ""},${1000 + (n % 90_000)}.00,${when},${place}`);
  }
  return `${lines.join("\n")}\n`;
}
