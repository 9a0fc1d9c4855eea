import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#server/platform/new-id.ts";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

async function aField(facts: Record<string, unknown>): Promise<Loose> {
  const body = { recordType: "opportunity", label: `Champ ${newId()}`, type: "text", ...facts };
  const answer = await cast.administrator.ask("POST", "/custom-fields", { body });
  expect(answer.body).toMatchObject({ type: body.type });
  return answer.body;
}
const aLevel = (facts: Record<string, unknown> = {}): Promise<Loose> =>
  aField({ type: "list", options: [{ label: "Facile" }, { label: "Moyen" }, { label: "Difficile" }], ...facts });

describe("a list", () => {
  const named = async (query: string): Promise<string[]> => {
    const answer = await cast.administrator.ask("GET", `/opportunities?${query}`);
    expect(answer.body.errors ?? []).toEqual([]);
    return answer.body.data.map(({ name }: Loose) => name);
  };
  test("is narrowed by a choice, a box, bounds, words, and by what is missing", async () => {
    const level = await aLevel();
    const size = await aField({ type: "number" });
    const on = await aField({ type: "date" });
    const ok = await aField({ type: "checkbox" });
    const note = await aField({ type: "longText" });
    const prefix = newId();
    const [easy, , hard] = level.options;
    const make = (name: string, custom: object) => anOpportunity(cast.seller, { name: `${name} ${prefix}`, custom });
    await make("a", { [level.key]: easy.id, [size.key]: 9, [on.key]: "2027-01-01", [ok.key]: true, [note.key]: "Départ de Nîmes" });
    await make("b", { [level.key]: hard.id, [size.key]: "10.5", [on.key]: "2027-02-01", [ok.key]: false });
    await make("c", {});
    const found = async (query: string) =>
      (await named(`${query}&sort=name&limit=200`)).filter((name) => name.endsWith(prefix)).map(([first]) => first);
    expect(await found(`custom.${level.key}=${hard.id}`)).toEqual(["b"]);
    expect(await found(`custom.${level.key}=${hard.id},${easy.id}`)).toEqual(["a", "b"]);
    expect(await found(`custom.${level.key}=${hard.id},none`)).toEqual(["b", "c"]);
    expect(await found(`custom.${ok.key}=false`)).toEqual(["b"]);
    expect(await found(`custom.${size.key}[gte]=9.5`)).toEqual(["b"]);
    expect(await found(`custom.${size.key}=9`)).toEqual(["a"]);
    expect(await found(`custom.${on.key}[gte]=2027-01-02&custom.${on.key}[lte]=2027-02-01`)).toEqual(["b"]);
    expect(await found(`custom.${note.key}=nimes`)).toEqual(["a"]);
    const tree = (filter: string) => found(`filter=${encodeURIComponent(filter)}`);
    expect(await tree(`all(custom.${level.key}~isNot~${hard.id},any(custom.${size.key}~lte~9,custom.${on.key}~isEmpty))`)).toEqual([
      "a",
      "c",
    ]);
    expect(await tree(`any(custom.${level.key}~in~${hard.id},custom.${note.key}~contains~NIMES)`)).toEqual(["a", "b"]);
    expect(await tree(`custom.${ok.key}~is~true`)).toEqual(["a"]);
    expect(await tree(`custom.${on.key}~between~2027-01-15*2027-02-15`)).toEqual(["b"]);
    const clash = await cast.administrator.ask("GET", `/opportunities?custom.${level.key}x=a`);
    expect(clash.body).toMatchObject({ status: 400, suggestions: { [`custom.${level.key}x`]: `custom.${level.key}` } });
    const must = await aField({ important: true });
    await make("d", { [must.key]: "oui" });
    expect(await found("missingImportant=false")).toEqual(["d"]);
    expect(await found("missingImportant=true")).toEqual(["a", "b", "c"]);
    await cast.administrator.ask("PATCH", `/custom-fields/${must.id}`, { body: { archived: true } });
    expect(await found("missingImportant=true")).toEqual([]);
  });
  test("stands in the order of a custom field page by page, those without last, and follows the order of its options", async () => {
    const level = await aLevel();
    const prefix = newId();
    const { body: client } = await cast.seller.ask("POST", "/clients", { body: { name: prefix } });
    for (const at of [2, undefined, 0, 1, 0, undefined, 2])
      await anOpportunity(cast.seller, {
        clientId: client.id,
        name: at === undefined ? "–" : String(at),
        custom: at === undefined ? {} : { [level.key]: level.options[at].id },
      });
    const pages = async (sort: string): Promise<string> => {
      const names: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const query: string = `clientId=${client.id}&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`;
        const { body }: Loose = await cast.seller.ask("GET", `/opportunities?${query}`);
        names.push(...body.data.map(({ name }: Loose) => name));
        cursor = body.page.nextCursor;
      }
      return names.join("");
    };
    expect(await pages(`custom.${level.key}`)).toBe("00122––");
    expect(await pages(`-custom.${level.key}`)).toBe("22100––");
    expect(await pages(`custom.${level.key},-name`)).toBe("00122––");
    expect(await pages(`name,custom.${level.key}`)).toBe("––00122");
    await cast.administrator.ask("PATCH", `/custom-fields/${level.id}`, { body: { options: level.options.toReversed() } });
    expect(await pages(`custom.${level.key}`)).toBe("22100––");
    const unknown = await cast.seller.ask("GET", "/opportunities?sort=custom.nothing");
    expect(unknown.body.errors).toMatchObject([{ pointer: "/sort", code: "sort.unknown" }]);
  });
  test("of clients and contacts is narrowed and ordered too", async () => {
    const size = await aField({ recordType: "client", type: "number" });
    const prefix = newId();
    for (const value of ["30", "4", "-1"])
      await cast.seller.ask("POST", "/clients", { body: { name: `${value} ${prefix}`, custom: { [size.key]: value } } });
    const clients = await cast.seller.ask("GET", `/clients?q=${prefix}&sort=-custom.${size.key}&custom.${size.key}[gte]=0`);
    expect(clients.body.data.map(({ name }: Loose) => name.split(" ")[0])).toEqual(["30", "4"]);
    const town = await aField({ recordType: "contact", type: "text" });
    for (const value of ["Évian", "aix", "Zagreb"])
      await cast.seller.ask("POST", "/contacts", { body: { lastName: prefix, custom: { [town.key]: value } } });
    const contacts = await cast.seller.ask("GET", `/contacts?sort=custom.${town.key}`);
    expect(contacts.body.data.slice(0, 3).map(({ custom }: Loose) => custom[town.key])).toEqual(["aix", "Évian", "Zagreb"]);
  });
  test("tells nobody of values out of their sight", async () => {
    const level = await aLevel();
    await anOpportunity(cast.seller, { name: "Secret", custom: { [level.key]: level.options[0].id } });
    const stranger = await cast.stranger.ask(
      "GET",
      `/opportunities?custom.${level.key}=${level.options[0].id}&sort=custom.${level.key}&count=exact`,
    );
    expect(stranger.body).toMatchObject({ data: [], total: 0 });
    const foreigner = await cast.foreigner.ask("GET", `/opportunities?custom.${level.key}=${level.options[0].id}`);
    expect(foreigner.status).toBe(400);
  });
});
