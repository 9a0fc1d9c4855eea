import type { Me } from "#contract/me.ts";
import { IMPORT_KINDS } from "#domain/exchange/fields.ts";
import { may } from "#domain/user/rights.ts";
import type { ImportedKind } from "#web/exchange/use-import.ts";

/** What one may create, one may import. */
export function importKinds(me: Me): ImportedKind[] {
  return IMPORT_KINDS.filter((kind) => may(me, kind, "write"));
}

export function mayExchange(me: Me): boolean {
  return importKinds(me).length > 0 || me.rights.export;
}
