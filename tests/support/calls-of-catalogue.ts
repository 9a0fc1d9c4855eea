import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Loose } from "#tests/support/agency.ts";
import { made, of, on, plain, theOpportunity, type Call, type Stage } from "#tests/support/calls.ts";

const making =
  (path: string, body: Record<string, unknown> = {}) =>
  ({ cast }: Stage): Promise<Loose> =>
    made(cast.administrator.ask("POST", path, { body: { ...body, name: `Nom ${newId()}` } }));
const aSupplier = making("/suppliers", { city: "Sorrento" });
const aProduct = making("/products", { category: "visit", unitPrice: "12.50" });
const aCompetitor = making("/competitors");
const at =
  (path: string) =>
  ({ id }: Loose): string =>
    `${path}/${id}`;

const productsOf = ({ id }: Loose): string => `/opportunities/${id}/products`;
const LINE = { name: "Visite guidée", unit: "person", quantity: "36", unitPrice: "12.50" };

async function aLine(stage: Stage): Promise<Loose> {
  const { id } = await theOpportunity(stage);
  const panel = await made(stage.cast.seller.ask("POST", productsOf({ id }), { body: { lines: [LINE] } }));
  return { path: `${productsOf({ id })}/${panel.data[0].id}` };
}

/** The catalogue, the products of an opportunity, its partners and competitors. */
export const CATALOGUE_CALLS = {
  listSuppliers: plain("everyone reads", "/suppliers"),
  showSupplier: on("everyone reads", aSupplier, at("/suppliers")),
  createSupplier: {
    ...plain("sales write", ""),
    make: async () => ({ path: "/suppliers", body: { name: `Hôtel ${newId()}` } }),
  },
  editSupplier: on("sales write", aSupplier, at("/suppliers"), { city: "Amalfi" }),
  deleteSupplier: on("sales write", aSupplier, at("/suppliers")),
  listProducts: plain("everyone reads", "/products"),
  showProduct: on("everyone reads", aProduct, at("/products")),
  createProduct: plain("sales write", "/products", { name: "Visite de Pompéi" }),
  editProduct: on("sales write", aProduct, at("/products"), { unitPrice: "14.00" }),
  deleteProduct: on("sales write", aProduct, at("/products")),
  listProductLines: on("seen in scope", theOpportunity, productsOf),
  addProductLines: on("written in scope", theOpportunity, productsOf, { lines: [LINE] }),
  editProductLine: on("written in scope", aLine, ({ path }) => path, { quantity: "40" }),
  removeProductLine: on("written in scope", aLine, ({ path }) => path),
  editCompetitor: on("administrator writes", aCompetitor, at("/competitors"), { notes: "Rapide" }),
  deleteCompetitor: on("administrator writes", aCompetitor, at("/competitors")),
  listPartners: on("seen in scope", theOpportunity, ({ id }) => `/opportunities/${id}/partners`),
  setPartners: of("written in scope", async (stage) => ({
    path: `/opportunities/${(await theOpportunity(stage)).id}/partners`,
    body: { partners: [{ supplierId: (await aSupplier(stage)).id }] },
  })),
  listRivals: on("seen in scope", theOpportunity, ({ id }) => `/opportunities/${id}/competitors`),
  setRivals: of("written in scope", async (stage) => ({
    path: `/opportunities/${(await theOpportunity(stage)).id}/competitors`,
    body: { competitors: [{ competitorId: (await aCompetitor(stage)).id, strengths: "Le prix" }] },
  })),
} as const satisfies { readonly [Name in EndpointName]?: Call };
