import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Loose } from "#tests/support/agency.ts";
import { aPicture, send } from "#tests/support/files.ts";
import { made, of, on, plain, theOpportunity, type Call, type Stage } from "#tests/support/calls.ts";

const making =
  (path: string, body: Record<string, unknown> = {}) =>
  ({ cast }: Stage): Promise<Loose> =>
    made(cast.administrator.ask("POST", path, { body: { ...body, name: `Nom ${newId()}` } }));
const aSupplier = making("/suppliers", { city: "Sorrento" });
const aProduct = making("/products", { category: "visit", unitPrice: "12.50" });
const aStep = making("/steps", { publicText: { fr: "Le cratère, puis le musée." } });
const aTripTemplate = making("/trip-templates");
const removed =
  (maker: (stage: Stage) => Promise<Loose>, path: string) =>
  async (stage: Stage): Promise<Loose> => {
    const record = await maker(stage);
    await stage.cast.administrator.ask("DELETE", `${path}/${record.id}`);
    return record;
  };
const picturesOf = async (stage: Stage): Promise<string> => `/steps/${(await aStep(stage)).id}/pictures`;
async function aStepPicture(stage: Stage): Promise<Loose> {
  const path = await picturesOf(stage);
  const step = await made(send(stage.cast.administrator, path, { name: "plage.png", bytes: await aPicture() }));
  return { path: `${path}/${step.pictures[0].id}` };
}
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
  exportProducts: plain("managers export", "/exports/products"),
  listSteps: plain("everyone reads", "/steps"),
  showStep: on("everyone reads", aStep, at("/steps")),
  createStep: plain("sales write", "/steps", { name: "Le Vésuve" }),
  editStep: on("sales write", aStep, at("/steps"), { kind: "transport" }),
  deleteStep: on("sales write", aStep, at("/steps")),
  restoreStep: on("sales write", removed(aStep, "/steps"), ({ id }) => `/steps/${id}/restore`, {}),
  addStepPicture: of("sales write", async (stage) => ({
    path: `${await picturesOf(stage)}?fileName=plage.png`,
    body: await aPicture(),
    headers: { "content-type": "application/octet-stream" },
  })),
  downloadStepPicture: on("everyone reads", aStepPicture, ({ path }) => path),
  showStepThumbnail: on("everyone reads", aStepPicture, ({ path }) => `${path}/thumbnail`),
  listTripTemplates: plain("everyone reads", "/trip-templates"),
  showTripTemplate: on("everyone reads", aTripTemplate, at("/trip-templates")),
  createTripTemplate: plain("sales write", "/trip-templates", { name: "Naples en 5 jours" }),
  editTripTemplate: on("sales write", aTripTemplate, at("/trip-templates"), { days: [{ title: "Arrivée" }] }),
  deleteTripTemplate: on("sales write", aTripTemplate, at("/trip-templates")),
  restoreTripTemplate: on("sales write", removed(aTripTemplate, "/trip-templates"), ({ id }) => `/trip-templates/${id}/restore`, {}),
  linesFromCatalogue: {
    ...plain("costs are seen", ""),
    foreigner: 400,
    make: async (stage) => ({
      path: "/quotes/lines-from-catalogue",
      body: { currency: "EUR", productIds: [(await aProduct(stage)).id] },
    }),
  },
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
