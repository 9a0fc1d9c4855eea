import type { Locale } from "#domain/shared/actor.ts";
import { insertClient } from "#server/client/client-store.ts";
import { insertContact } from "#server/contact/contact-store.ts";
import type { DemoClock } from "#server/main/demo-clock.ts";
import { managerOf } from "#server/main/demo-people.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** Name, kind, city, postal code, region, country, language, team, first name, last name. */
const PROSPECTS = `
Comité des fêtes de Meylan|association|Meylan|38240|FR-38|FR|fr|0|Martine|Sauvage
CSE Papeteries du Dauphiné|worksCouncil|Domène|38420|FR-38|FR|fr|0|Bruno|Pascal
Collège Les Saules|school|Eybens|38320|FR-38|FR|fr|1|Nadia|Benali
Amicale laïque de Rives|association|Rives|38140|FR-38|FR|fr|1|Yves|Charpin
Circolo Fotografico Torinese|association|Torino|10122|IT-TO|IT|it|2|Silvia|Marchetti
`;

/** Clients to be, known for a few weeks: somebody looks after them before they are worth an opportunity. */
export async function tellDemoProspects(tx: WriteTx, clock: DemoClock, users: readonly string[]): Promise<void> {
  const kinds = await tx.db.selectFrom("client_kind").select(["id", "word"]).where("workspace_id", "=", tx.actor.workspaceId).execute();
  for (const [index, line] of PROSPECTS.trim().split("\n").entries()) {
    const [name = "", kind, city, postalCode, region, country, language, team, firstName, lastName] = line.split("|");
    clock.another();
    const then = clock.daysAgo(70 - index * 11);
    const address = { city: city ?? null, postalCode: postalCode ?? null, region: region ?? null, country: country ?? null };
    const clientId = await insertClient(then, {
      name,
      kindId: kinds.find(({ word }) => word === kind)?.id ?? null,
      managerId: managerOf(users, Number(team), index),
      address,
      language: language as Locale,
    });
    const contactId = await insertContact(then, {
      firstName: firstName ?? null,
      lastName: lastName ?? null,
      email: `prospect${index + 1}@groupe.example`,
      language: language as Locale,
      address,
      ...(index === 1 ? { newsletter: { subscribed: true, origin: "Salon 2026" } } : {}),
    });
    await tx.db
      .insertInto("client_contact")
      .values({
        workspace_id: tx.actor.workspaceId,
        client_id: clientId,
        contact_id: contactId,
        role: "decisionMaker",
        is_main: true,
        created_at: then.at,
      })
      .execute();
    await then.change.flush();
  }
}
