import { z } from "zod";
import { MODULES, RIGHTS, SCOPES } from "#domain/shared/actor.ts";

const right = z.enum(RIGHTS);
const moduleRights = Object.fromEntries(MODULES.map((name) => [name, right])) as { [M in (typeof MODULES)[number]]: typeof right };
export const rights = z
  .object({ ...moduleRights, scope: z.enum(SCOPES), export: z.boolean(), costs: z.boolean(), users: z.boolean() })
  .meta({ id: "Rights" });
export const rightOverrides = rights.partial().meta({ id: "RightOverrides" });
