import { sql } from "kysely";
import type { CustomValue } from "#domain/custom-field/custom-field.ts";
import { addDays } from "#domain/shared/day.ts";
import { customFieldsOf } from "#server/custom-field/custom-field-store.ts";
import { insertField, type NewField } from "#server/custom-field/new-custom-field.ts";
import type { WriteTx } from "#server/platform/database.ts";

const choices = (labels: string) => labels.split("|").map((label) => ({ label }));
const GROUP = "Le groupe";
const DECISION = "La décision";

const FIELDS: readonly NewField[] = [
  {
    recordType: "opportunity",
    label: "Type de groupe",
    type: "list",
    group: GROUP,
    important: true,
    options: choices("Scolaire|Comité d’entreprise|Association|Paroisse|Amis et famille"),
  },
  { recordType: "opportunity", label: "Niveau de marche", type: "list", group: GROUP, options: choices("Facile|Modéré|Soutenu") },
  {
    recordType: "opportunity",
    label: "Régimes alimentaires",
    type: "multiList",
    group: GROUP,
    options: choices("Végétarien|Sans gluten|Sans porc|Allergies"),
  },
  { recordType: "opportunity", label: "Budget validé", type: "checkbox", group: DECISION },
  {
    recordType: "opportunity",
    label: "Date du comité",
    type: "date",
    group: DECISION,
    important: true,
    help: "Le jour où le groupe choisit son agence.",
  },
  { recordType: "opportunity", label: "Lien du cahier des charges", type: "link", group: DECISION },
  { recordType: "client", label: "Effectif", type: "number", help: "Adhérents, élèves ou salariés." },
  { recordType: "client", label: "Voyage chaque année", type: "checkbox" },
  { recordType: "contact", label: "Régime alimentaire", type: "text" },
];

/** What the agency of the demo wants to know besides: most opportunities say it, some lack what is important. */
export async function tellDemoCustomFields(tx: WriteTx): Promise<void> {
  for (const field of FIELDS) await insertField(tx, field);
  await fill(tx, "opportunity", await opportunityValues(tx));
  await fill(tx, "client", (index) => ({
    ...(index % 3 === 2 ? {} : { effectif: String(40 + ((index * 37) % 460)) }),
    ...(index % 2 === 0 ? { voyageChaqueAnnee: index % 4 === 0 } : {}),
  }));
  await fill(tx, "contact", (index): Record<string, CustomValue> => {
    if (index % 9 !== 4) return {};
    return { regimeAlimentaire: index % 2 === 0 ? "Végétarien" : "Sans gluten" };
  });
}

type Values = (index: number) => Record<string, CustomValue>;

async function opportunityValues(tx: WriteTx): Promise<Values> {
  const fields = await customFieldsOf(tx, "opportunity");
  const option = (key: string, at: number): string => {
    const options = fields.find((field) => field.key === key)?.options ?? [];
    return options[at % options.length]?.id ?? "";
  };
  return (index) => ({
    ...(index % 6 === 5 ? {} : { typeDeGroupe: option("typeDeGroupe", index) }),
    ...(index % 3 === 0 ? { niveauDeMarche: option("niveauDeMarche", index / 3) } : {}),
    ...(index % 5 === 1 ? { regimesAlimentaires: [option("regimesAlimentaires", index % 2), option("regimesAlimentaires", 2)] } : {}),
    ...(index % 4 === 3 ? {} : { budgetValide: index % 4 !== 1 }),
    ...(index % 7 === 4 ? {} : { dateDuComite: addDays(tx.today, ((index * 5) % 60) - 15) }),
    ...(index % 4 === 2 ? { lienDuCahierDesCharges: `https://cahiers.example/groupe-${100 + index}` } : {}),
  });
}

/** As if it had always been there: no change is told, triggers keep what finds it. */
async function fill(tx: WriteTx, record: "opportunity" | "client" | "contact", valuesOf: Values): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from ${sql.table(record)} where workspace_id = ${tx.actor.workspaceId} order by id`.execute(tx.db);
  const filled = rows.map(({ id }, index) => ({ id, custom: valuesOf(index) }));
  await sql`update ${sql.table(record)} r set custom = filled.custom
    from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as filled(id uuid, custom jsonb)
    where r.workspace_id = ${tx.actor.workspaceId} and r.id = filled.id and filled.custom <> '{}'`.execute(tx.db);
}
