import type { FilterTree } from "#domain/filter/filter.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { findViews, insertView, showView, writeChoice, type NewView } from "#server/view/view-store.ts";

const open: FilterTree = { field: "outcome", op: "is", value: "open" };

/** Views that the administrator shares with everyone, of each list. */
function sharedViews(schoolTag: string): readonly (Pick<NewView, "name" | "filter"> & Partial<NewView>)[] {
  return [
    {
      name: "Grands projets à conclure",
      shape: "board",
      filter: { all: [open, { field: "amount", op: "gte", value: "30000" }, { field: "probability", op: "gte", value: 50 }] },
    },
    {
      name: "Départs dans six mois",
      filter: { all: [open, { field: "departsOn", op: "between", value: ["today", "today+180"] }] },
      sort: "departsOn",
    },
    {
      name: "Gagnées ou perdues ce trimestre",
      filter: {
        all: [
          { field: "closedOn", op: "during", value: "thisQuarter" },
          {
            any: [
              { field: "outcome", op: "is", value: "won" },
              { field: "outcome", op: "is", value: "lost" },
            ],
          },
        ],
      },
      sort: "-amount",
    },
    { resource: "clients", name: "Établissements scolaires", filter: { field: "tag", op: "is", value: schoolTag }, sort: "city" },
    {
      resource: "contacts",
      name: "Newsletter, Italie",
      filter: {
        all: [
          { field: "newsletter", op: "is", value: "subscribed" },
          { field: "country", op: "is", value: "IT" },
        ],
      },
    },
  ];
}

/** How this agency looks at its lists; the administrator has the first and the prospects in the menu. */
export async function tellDemoViews(tx: WriteTx): Promise<void> {
  const { id: schoolTag } = await tx.db
    .selectFrom("tag")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("name", "=", "Scolaire")
    .executeTakeFirstOrThrow();
  const usual = { resource: "opportunities", shape: "list", columns: null, sort: null, visibility: "everyone", team_id: null } as const;
  const ids: string[] = [];
  for (const [position, view] of sharedViews(schoolTag).entries()) ids.push(await insertView(tx, { ...usual, ...view, position }));
  const pinned = { isDefault: false, pinned: true };
  for (const id of ids.slice(0, 1)) await writeChoice(tx, await showView(tx, id), pinned);
  const prospects = (await findViews(tx, "clients")).find(({ id }) => id === "prospects");
  if (prospects) await writeChoice(tx, prospects, pinned);
}
