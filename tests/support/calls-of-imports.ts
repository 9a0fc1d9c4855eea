import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Loose } from "#tests/support/agency.ts";
import { made, on, plain, theClient, type Call, type Rule, type Stage } from "#tests/support/calls.ts";

const UNDER_WAY = ["checking", "running", "reverting"];

export async function settledImport({ cast }: Stage, id: string): Promise<Loose> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const { body } = await cast.seller.ask("GET", `/imports/${id}`);
    if (!UNDER_WAY.includes(body.state)) return body;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error("the import did not end");
}

/** For a client that is there: a seller, who may not delete clients, may take it back. */
async function aChecked(stage: Stage): Promise<Loose> {
  const { name } = await theClient(stage);
  const body = `Nom;Client;Montant\nNaples ${newId()};${name};1200,50\n`;
  const headers = { "content-type": "text/csv" };
  const { id } = await made(stage.cast.seller.ask("POST", "/imports?kind=opportunities&fileName=a.csv", { body, headers }));
  return settledImport(stage, id);
}

async function aDone(stage: Stage): Promise<Loose> {
  const { id } = await aChecked(stage);
  await made(stage.cast.seller.ask("POST", `/imports/${id}/run`));
  return settledImport(stage, id);
}

const byExternal = (rule: Rule, list: string, body: unknown): Call => ({
  ...plain(rule, ""),
  make: async () => ({ path: `/${list}/by-external/oldcrm/${newId()}`, body }),
});

/** Files, and records known by another system's id. */
export const IMPORT_CALLS = {
  listImportRows: on("the maker's own", aChecked, ({ id }) => `/imports/${id}/rows?show=create`),
  runImport: on("written by the maker alone", aChecked, ({ id }) => `/imports/${id}/run`),
  revertImport: on("written by the maker alone", aDone, ({ id }) => `/imports/${id}/revert`),
  putClientByExternal: byExternal("sales write", "clients", { name: "Club alpin" }),
  putContactByExternal: byExternal("sales write", "contacts", { lastName: "Oddo" }),
  putOpportunityByExternal: byExternal("sales write", "opportunities", { name: "Rome", client: { name: "Comité Lumière" } }),
} as const satisfies { readonly [Name in EndpointName]?: Call };
