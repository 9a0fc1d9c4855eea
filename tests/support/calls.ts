import type { EndpointName } from "#contract/api.ts";
import { newId } from "#server/platform/new-id.ts";
import { anOpportunity, type Installation, type Loose } from "#tests/support/agency.ts";
import { aDocument, aPicture, PDF, send } from "#tests/support/files.ts";
import type { Cast } from "#tests/support/cast.ts";

export type Sending = { readonly path: string; readonly body?: unknown; readonly headers?: Record<string, string> };
export type Stage = { readonly cast: Cast; readonly installation: Installation };
export type Call = {
  readonly rule: Rule;
  readonly ofRecord: boolean;
  /** What another agency's administrator is answered where the body, not the address, names a record. */
  readonly foreigner?: 400;
  readonly make: (stage: Stage) => Promise<Sending>;
};

type Outcome = "yes" | 403 | 404;

const row = (reader: Outcome, seller: Outcome, stranger: Outcome, manager: Outcome, administrator: Outcome, readOnlyKey: Outcome) => ({
  reader,
  seller,
  stranger,
  manager,
  administrator,
  readOnlyKey,
});

/**
 * The decided table: what each one is answered. The record asked for is the seller's, of the reader's and manager's team;
 * the stranger sells in another team; the key is the administrator's and only reads.
 */
export const RULES = {
  //                          reader seller stranger manager administrator key
  "everyone reads": row("yes", "yes", "yes", "yes", "yes", "yes"),
  "everyone for themselves": row("yes", "yes", "yes", "yes", "yes", 403),
  "administrator reads": row(403, 403, 403, 403, "yes", "yes"),
  "administrator writes": row(403, 403, 403, 403, "yes", 403),
  "sales write": row(403, "yes", "yes", "yes", "yes", 403),
  "costs are seen": row(403, "yes", "yes", "yes", "yes", "yes"),
  "managers delete": row(403, 403, 403, "yes", "yes", 403),
  "managers export": row(403, 403, 403, "yes", "yes", "yes"),
  "seen in scope": row("yes", "yes", 404, "yes", "yes", "yes"),
  "costs are seen in scope": row(403, "yes", 404, "yes", "yes", "yes"),
  "managers export in scope": row(403, 403, 404, "yes", "yes", "yes"),
  "written in scope": row(403, "yes", 404, "yes", "yes", 403),
  "the maker's own": row(404, "yes", 404, 404, 404, 404),
  "written by the maker alone": row(404, "yes", 404, 404, 404, 403),
  "the author or an administrator": row(403, "yes", 404, 403, "yes", 403),
  "the maker or an administrator": row(403, "yes", 403, 403, "yes", 403),
} as const;
export type Rule = keyof typeof RULES;

/** Endpoints whose answer hangs on the one who asks rather than on a right, or needs a mail server: sessions.test.ts and outbox.test.ts ask them. */
export const ASKED_ELSEWHERE: readonly EndpointName[] = ["signOut", "endSession", "changePassword", "revokeKey", "sendMail"];

export const made = async (answer: Promise<{ status: number; body: Loose }>): Promise<Loose> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`the builder was refused: ${JSON.stringify(body)}`);
  return body;
};

export const theOpportunity = ({ cast }: Stage, facts: Record<string, unknown> = {}): Promise<Loose> =>
  anOpportunity(cast.seller, { amount: "1000", ...facts });
export const theClient = ({ cast }: Stage): Promise<Loose> =>
  made(cast.administrator.ask("POST", "/clients", { body: { name: `Comité ${newId()}` } }));
export const theContact = ({ cast }: Stage): Promise<Loose> =>
  made(cast.administrator.ask("POST", "/contacts", { body: { lastName: `Ferrand ${newId()}` } }));
const fromSettings =
  (path: string, body: Record<string, unknown>) =>
  ({ cast }: Stage): Promise<Loose> =>
    made(cast.administrator.ask("POST", path, { body: { ...body, name: `Nom ${newId()}`.slice(0, 30) } }));
const aPipeline = fromSettings("/pipelines", {
  stages: [
    { name: "Un", probabilityPercent: 10, staleDays: 9 },
    { name: "Deux", probabilityPercent: 20, staleDays: 9 },
  ],
});

const aView = ({ cast }: Stage): Promise<Loose> =>
  made(cast.seller.ask("POST", "/views", { body: { name: "Mes départs", filter: { field: "managerId", op: "is", value: "me" } } }));
const aCustomField = ({ cast }: Stage): Promise<Loose> =>
  made(cast.administrator.ask("POST", "/custom-fields", { body: { recordType: "contact", type: "text", label: `Champ ${newId()}` } }));

export const CSV = "Nom;Client;Montant\nNaples;Comité Lumière;1200,50\n";
export const anImport = ({ cast }: Stage): Promise<Loose> =>
  made(cast.seller.ask("POST", "/imports?kind=opportunities&fileName=a.csv", { body: CSV, headers: { "content-type": "text/csv" } }));

export const plain = (rule: Rule, path: string, body?: unknown): Call => ({
  rule,
  ofRecord: false,
  make: async () => ({ path, ...(body === undefined ? {} : { body }) }),
});
export const of = (rule: Rule, make: Call["make"]): Call => ({ rule, ofRecord: true, make });
export const on = (rule: Rule, maker: (stage: Stage) => Promise<Loose>, path: (record: Loose) => string, body?: unknown): Call =>
  of(rule, async (stage) => ({ path: path(await maker(stage)), ...(body === undefined ? {} : { body }) }));

const settings = (word: "ClientKind" | "Source" | "LostReason", path: string) => {
  const one = fromSettings(path, {});
  return {
    [`list${word}s`]: plain("everyone reads", path),
    [`create${word}`]: { ...plain("administrator writes", path), make: async () => ({ path, body: { name: `Nom ${newId()}` } }) },
    [`edit${word}`]: on("administrator writes", one, ({ id }) => `${path}/${id}`, { position: 3 }),
    [`delete${word}`]: on("administrator writes", one, ({ id }) => `${path}/${id}`),
  };
};

const closed = async (stage: Stage): Promise<Loose> => {
  const { id } = await theOpportunity(stage);
  return made(stage.cast.seller.ask("POST", `/opportunities/${id}/win`, { body: {} }));
};
const gone =
  (maker: (stage: Stage) => Promise<Loose>, path: string) =>
  async (stage: Stage): Promise<Loose> => {
    const record = await maker(stage);
    await stage.cast.administrator.ask("DELETE", `${path}/${record.id}`);
    return record;
  };
const theDocument = async (stage: Stage): Promise<Loose> => aDocument(stage.cast.seller, (await theOpportunity(stage)).id);
const thePicture = async (stage: Stage): Promise<Loose> =>
  aDocument(stage.cast.seller, (await theOpportunity(stage)).id, { name: "plage.png", bytes: await aPicture() });
const FILE = { body: PDF, headers: { "content-type": "application/octet-stream" } };
const document = ({ id }: Loose): string => `/documents/${id}`;
const stages = async ({ cast }: Stage): Promise<Loose[]> => (await cast.administrator.ask("GET", "/pipelines")).body.data[0].stages;
const opportunity = ({ id }: Loose): string => `/opportunities/${id}`;
const client = ({ id }: Loose): string => `/clients/${id}`;
const contact = ({ id }: Loose): string => `/contacts/${id}`;
const otherUser = async ({ cast }: Stage): Promise<Loose> => ({ id: cast.stranger.id });

/** A question of each endpoint that would be answered, on a record made for it. More of them are in every-call.ts. */
export const CALLS: { readonly [Name in EndpointName]?: Call } = {
  listSessions: plain("everyone reads", "/sessions"),
  priceQuote: plain("costs are seen", "/quotes/price", { bases: [20], lines: [] }),
  showMe: plain("everyone reads", "/me"),
  showStart: plain("everyone reads", "/start"),
  editMe: plain("everyone for themselves", "/me", { density: "compact" }),
  listPeople: plain("everyone reads", "/people"),
  listUsers: plain("administrator reads", "/users"),
  showUser: on("administrator reads", otherUser, ({ id }) => `/users/${id}`),
  editUser: on("administrator writes", otherUser, ({ id }) => `/users/${id}`, { name: "Hugo Ailleurs-Loin" }),
  endUserSessions: on("administrator writes", otherUser, ({ id }) => `/users/${id}/sessions`),
  listInvitations: plain("administrator reads", "/invitations"),
  invite: {
    ...plain("administrator writes", ""),
    make: async () => ({ path: "/invitations", body: { email: `${newId()}@escale.example`, role: "seller" } }),
  },
  withdrawInvitation: on(
    "administrator writes",
    ({ cast }) => made(cast.administrator.ask("POST", "/invitations", { body: { email: `${newId()}@escale.example`, role: "seller" } })),
    ({ id }) => `/invitations/${id}`,
  ),
  listTeams: plain("everyone reads", "/teams"),
  createTeam: { ...plain("administrator writes", ""), make: async () => ({ path: "/teams", body: { name: newId() } }) },
  editTeam: on("administrator writes", fromSettings("/teams", {}), ({ id }) => `/teams/${id}`, { memberIds: [] }),
  deleteTeam: on("administrator writes", fromSettings("/teams", {}), ({ id }) => `/teams/${id}`),
  showWorkspace: plain("everyone reads", "/workspace"),
  editWorkspace: plain("administrator writes", "/workspace", { defaultRatePercent: "12" }),
  listKeys: plain("everyone reads", "/api-keys"),
  createKey: plain("everyone for themselves", "/api-keys", { name: "k" }),
  ...settings("ClientKind", "/client-kinds"),
  ...settings("Source", "/sources"),
  ...settings("LostReason", "/lost-reasons"),
  listCompetitors: plain("everyone reads", "/competitors"),
  createCompetitor: { ...plain("sales write", ""), make: async () => ({ path: "/competitors", body: { name: newId() } }) },
  listTags: plain("everyone reads", "/tags"),
  createTag: { ...plain("sales write", ""), make: async () => ({ path: "/tags", body: { name: newId() } }) },
  editTag: of("administrator writes", async (stage) => {
    const { id } = await fromSettings("/tags", {})(stage);
    return { path: `/tags/${id}`, body: { name: newId() } };
  }),
  deleteTag: on("administrator writes", fromSettings("/tags", {}), ({ id }) => `/tags/${id}`),
  mergeTag: of("administrator writes", async (stage) => {
    const [from, into] = [await fromSettings("/tags", {})(stage), await fromSettings("/tags", {})(stage)];
    return { path: `/tags/${from.id}/merge`, body: { intoId: into.id } };
  }),
  listCustomFields: plain("everyone reads", "/custom-fields"),
  createCustomField: {
    ...plain("administrator writes", ""),
    make: async () => ({ path: "/custom-fields", body: { recordType: "client", type: "text", label: `Champ ${newId()}` } }),
  },
  editCustomField: on("administrator writes", aCustomField, ({ id }) => `/custom-fields/${id}`, { important: true }),
  orderCustomFields: of("administrator writes", async (stage) => {
    await aCustomField(stage);
    const { body } = await stage.cast.administrator.ask("GET", "/custom-fields?recordType=contact&archived=true");
    return { path: "/custom-fields/order", body: { recordType: "contact", ids: body.data.map(({ id }: Loose) => id).toReversed() } };
  }),
  deleteCustomField: on("administrator writes", aCustomField, ({ id }) => `/custom-fields/${id}`),
  listExchangeRates: plain("everyone reads", "/exchange-rates"),
  listPipelines: plain("everyone reads", "/pipelines"),
  createPipeline: {
    ...plain("administrator writes", ""),
    make: async () => ({ path: "/pipelines", body: { name: newId(), stages: [{ name: "Un", probabilityPercent: 10, staleDays: 9 }] } }),
  },
  editPipeline: on("administrator writes", aPipeline, ({ id }) => `/pipelines/${id}`, { position: 4 }),
  deletePipeline: on("administrator writes", aPipeline, ({ id }) => `/pipelines/${id}`),
  createStage: on("administrator writes", aPipeline, ({ id }) => `/pipelines/${id}/stages`, {
    name: "Trois",
    probabilityPercent: 30,
    staleDays: 9,
  }),
  editStage: on("administrator writes", aPipeline, (made) => `/stages/${made.stages[0].id}`, { staleDays: 12 }),
  deleteStage: on("administrator writes", aPipeline, (made) => `/stages/${made.stages[0].id}`),
  previewStageProbability: on(
    "administrator reads",
    aPipeline,
    (made) => `/stages/${made.stages[0].id}/probability-effect?probabilityPercent=40`,
  ),
  listClients: plain("everyone reads", "/clients"),
  showClient: on("everyone reads", theClient, client),
  findClientDuplicates: plain("everyone reads", "/clients/duplicates?name=Comite"),
  createClient: plain("sales write", "/clients", { name: "Club alpin" }),
  editClient: on("sales write", theClient, client, { notes: "Rappeler" }),
  deleteClient: on("managers delete", theClient, client),
  restoreClient: on("managers delete", gone(theClient, "/clients"), (made) => `${client(made)}/restore`, {}),
  listClientContacts: on("everyone reads", theClient, (made) => `${client(made)}/contacts`),
  setClientContacts: of("sales write", async (stage) => ({
    path: `${client(await theClient(stage))}/contacts`,
    body: { contacts: [{ contactId: (await theContact(stage)).id }] },
  })),
  showClientTimeline: on("everyone reads", theClient, (made) => `${client(made)}/timeline`),
  listContacts: plain("everyone reads", "/contacts"),
  showContact: on("everyone reads", theContact, contact),
  findContactDuplicates: plain("everyone reads", "/contacts/duplicates?lastName=Ferrand"),
  downloadContactCard: on("everyone reads", theContact, (made) => `${contact(made)}/vcard`),
  createContact: plain("sales write", "/contacts", { lastName: "Oddo" }),
  editContact: on("sales write", theContact, contact, { notes: "Rappeler" }),
  deleteContact: on("managers delete", theContact, contact),
  restoreContact: on("managers delete", gone(theContact, "/contacts"), (made) => `${contact(made)}/restore`, {}),
  showContactTimeline: on("everyone reads", theContact, (made) => `${contact(made)}/timeline`),
  listOpportunities: plain("everyone reads", "/opportunities"),
  searchOpportunities: plain("everyone reads", "/opportunities/search", { filter: { field: "priority", op: "is", value: true } }),
  showBoard: plain("everyone reads", "/opportunities/board"),
  showBoardColumn: of("everyone reads", async (stage) => ({ path: `/opportunities/board/${(await stages(stage))[0].id}` })),
  showOpportunity: on("seen in scope", theOpportunity, opportunity),
  createOpportunity: plain("sales write", "/opportunities", { name: "Rome", client: { name: "Comité Lumière" } }),
  editOpportunity: on("written in scope", theOpportunity, opportunity, { description: "Vols directs" }),
  deleteOpportunity: on("written in scope", theOpportunity, opportunity),
  restoreOpportunity: on("written in scope", gone(theOpportunity, "/opportunities"), (made) => `${opportunity(made)}/restore`, {}),
  moveOpportunity: of("written in scope", async (stage) => ({
    path: `${opportunity(await theOpportunity(stage))}/move`,
    body: { stageId: (await stages(stage))[2].id },
  })),
  winOpportunity: on("written in scope", theOpportunity, (made) => `${opportunity(made)}/win`, {}),
  loseOpportunity: of("written in scope", async (stage) => ({
    path: `${opportunity(await theOpportunity(stage))}/lose`,
    body: { reasonId: (await stage.cast.seller.ask("GET", "/lost-reasons")).body.data[0].id },
  })),
  reopenOpportunity: on("written in scope", closed, (made) => `${opportunity(made)}/reopen`, {}),
  setOpportunityContacts: of("written in scope", async (stage) => ({
    path: `${opportunity(await theOpportunity(stage))}/contacts`,
    body: { contacts: [{ contactId: (await theContact(stage)).id, isMain: true }] },
  })),
  refreshOpportunityRate: of("written in scope", async (stage) => {
    await made(stage.cast.administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.92" } }));
    const { id } = await theOpportunity(stage, { currency: "USD" });
    await made(stage.cast.administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.5" } }));
    return { path: `/opportunities/${id}/refresh-rate`, body: {} };
  }),
  changeOpportunities: {
    ...plain("sales write", ""),
    make: async (stage) => ({ path: "/opportunities/bulk", body: { ids: [(await theOpportunity(stage)).id], change: { priority: true } } }),
  },
  changeClients: {
    ...plain("sales write", ""),
    make: async (stage) => ({ path: "/clients/bulk", body: { ids: [(await theClient(stage)).id], change: { status: "client" } } }),
  },
  changeContacts: {
    ...plain("sales write", ""),
    make: async (stage) => ({ path: "/contacts/bulk", body: { ids: [(await theContact(stage)).id], change: { delete: true } } }),
  },
  showOpportunityTimeline: on("seen in scope", theOpportunity, (made) => `${opportunity(made)}/timeline`),
  listOpportunityDocuments: on("seen in scope", theOpportunity, (made) => `${opportunity(made)}/documents`),
  listClientDocuments: on("everyone reads", theClient, (made) => `${client(made)}/documents`),
  addDocument: of("written in scope", async (stage) => ({
    path: `${opportunity(await theOpportunity(stage))}/documents?fileName=a.pdf`,
    ...FILE,
  })),
  showDocument: on("seen in scope", theDocument, document),
  listDocumentVersions: on("seen in scope", theDocument, (made) => `${document(made)}/versions`),
  downloadDocument: on("seen in scope", theDocument, (made) => `${document(made)}/content`),
  showDocumentThumbnail: of("seen in scope", async (stage) => ({ path: `${document(await thePicture(stage))}/thumbnail` })),
  renameDocument: on("written in scope", theDocument, document, { name: "Programme définitif" }),
  addDocumentVersion: of("written in scope", async (stage) => ({
    path: `${document(await theDocument(stage))}/versions?fileName=b.pdf`,
    ...FILE,
  })),
  useDocumentVersion: of("written in scope", async (stage) => {
    const made = await theDocument(stage);
    await send(stage.cast.seller, `${document(made)}/versions`);
    return { path: `${document(made)}/use-version`, body: { number: 1 } };
  }),
  deleteDocument: on("written in scope", theDocument, document),
  restoreDocument: on("written in scope", gone(theDocument, "/documents"), (made) => `${document(made)}/restore`, {}),
  listFacts: plain("administrator reads", "/facts"),
  undo: of("the maker or an administrator", async ({ cast }) => {
    const answer = await cast.seller.ask("POST", "/opportunities", { body: { name: "Rome", client: { name: "Comité Lumière" } } });
    const edited = await cast.seller.ask("PATCH", `/opportunities/${answer.body.id}`, { body: { name: "Naples" } });
    return { path: "/undo", body: { token: edited.headers.get("escale-undo") } };
  }),
  search: plain("everyone reads", "/search?q=rome"),
  showMyDay: plain("everyone reads", "/my-day"),
  listViews: plain("everyone reads", "/views"),
  countViews: plain("everyone reads", "/views/counts"),
  createView: plain("everyone for themselves", "/views", { name: "Printemps", filter: { all: [] } }),
  editView: on("written by the maker alone", aView, ({ id }) => `/views/${id}`, { name: "Été" }),
  deleteView: on("written by the maker alone", aView, ({ id }) => `/views/${id}`),
  chooseView: plain("everyone for themselves", "/views/priorities/choice", { isDefault: true }),
  listImports: plain("everyone reads", "/imports"),
  startImport: {
    ...plain("sales write", ""),
    make: async () => ({ path: "/imports?kind=opportunities&fileName=a.csv", body: CSV, headers: { "content-type": "text/csv" } }),
  },
  showImport: on("the maker's own", anImport, ({ id }) => `/imports/${id}`),
  mapImport: on("written by the maker alone", anImport, ({ id }) => `/imports/${id}`, { columns: { Montant: "amount" } }),
  cancelImport: on("written by the maker alone", anImport, ({ id }) => `/imports/${id}`),
  downloadFailedRows: on("the maker's own", anImport, ({ id }) => `/imports/${id}/failed`),
  exportOpportunities: plain("managers export", "/exports/opportunities"),
  exportClients: plain("managers export", "/exports/clients"),
  exportContacts: plain("managers export", "/exports/contacts"),
};
