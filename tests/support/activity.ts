import type { Loose, TestUser } from "#tests/support/agency.ts";

export const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date());
export const inDays = (days: number): string => {
  const day = new Date(`${today()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

export async function anActivity(user: TestUser, facts: Record<string, unknown> = {}): Promise<Loose> {
  const answer = await user.ask("POST", "/activities", { body: { kind: "call", title: "Appeler Mme Ferrand", ...facts } });
  if (answer.status !== 201) throw new Error(`the builder was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
export const shown = async (user: TestUser, id: string): Promise<Loose> => (await user.ask("GET", `/opportunities/${id}`)).body;
export const undo = (user: TestUser, answer: { headers: Headers }) =>
  user.ask("POST", "/undo", { body: { token: answer.headers.get("escale-undo") } });
