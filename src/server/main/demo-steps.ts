import { addDays } from "#domain/shared/day.ts";
import { DEMO_STEPS, DEMO_TEMPLATES } from "#server/main/demo-steps-plan.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { BANK } from "#server/settings/import-exchange-rates.ts";
import { writeRate } from "#server/settings/exchange-rates.ts";
import { insertPart } from "#server/step/part-store.ts";

/** Steps with what they need of the catalogue, the trip templates made of them, and the rates of the last weeks. */
export async function tellDemoSteps(tx: WriteTx): Promise<void> {
  const products = await tx.db.selectFrom("product").select(["id", "name"]).where("workspace_id", "=", tx.actor.workspaceId).execute();
  const productId = (start: string): string => {
    const found = products.find(({ name }) => name.startsWith(start));
    if (!found) throw new Error(`the demo has no product "${start}"`);
    return found.id;
  };
  const steps = new Map<string, string>();
  for (const step of DEMO_STEPS) {
    const { name, kind, country, place } = step;
    const needed = step.products.map(([start, repetitions]) => ({ productId: productId(start), repetitions }));
    const id = await insertPart(tx, "step", {
      name,
      public_name: step.publicName,
      kind,
      country,
      place,
      public_text: step.text,
      products: needed,
    });
    steps.set(name, id);
  }
  for (const template of DEMO_TEMPLATES) {
    const days = template.days.map((names) => ({ title: null, stepIds: names.map((name) => steps.get(name) ?? "") }));
    const { name, publicName, place, text } = template;
    await insertPart(tx, "trip_template", { name, public_name: publicName, country: "IT", place, public_text: text, days });
  }
  await tellRates(tx);
  await tx.change.flush();
}

/** Units of an agency in euros for one unit, two weeks ago, a week ago, yesterday. */
const RATES: Readonly<Record<string, readonly [string, string, string]>> = {
  USD: ["0.9187", "0.9241", "0.9213"],
  GBP: ["1.1702", "1.1688", "1.1714"],
  CHF: ["1.0561", "1.0548", "1.0572"],
  JPY: ["0.00608", "0.00611", "0.0061"],
};

async function tellRates(tx: WriteTx): Promise<void> {
  if (tx.agency.currency !== "EUR") return;
  for (const [currency, rates] of Object.entries(RATES))
    for (const [index, rate] of rates.entries())
      await writeRate(tx, { currency, rate, on_day: addDays(tx.today, index === 2 ? -1 : index * 7 - 14), source: BANK });
}
