import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
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
const edit = (path: string, body: unknown) => cast.seller.ask("PATCH", path, { body });

describe("a definition", () => {
  test("gets a key of its label, and its options ids that are kept", async () => {
    const { body: field } = await cast.administrator.ask("POST", "/custom-fields", {
      body: { recordType: "opportunity", label: "Type de groupe", type: "list", important: true, options: [{ label: "Scolaire" }] },
    });
    expect(field).toMatchObject({ key: "typeDeGroupe", important: true, archived: false, inUse: false });
    const [scolaire] = field.options;
    const edited = await cast.administrator.ask("PATCH", `/custom-fields/${field.id}`, {
      body: { options: [{ label: "Séniors" }, { id: scolaire.id, label: "Scolaires" }] },
    });
    expect(edited.body.options.map((one: Loose) => [one.id === scolaire.id, one.label])).toEqual([
      [false, "Séniors"],
      [true, "Scolaires"],
    ]);
    const twice = await cast.administrator.ask("POST", "/custom-fields", {
      body: { recordType: "opportunity", label: "type de GROUPE", type: "text" },
    });
    expect(twice.body).toMatchObject({ status: 409, code: "name.taken" });
    expect((await cast.administrator.ask("DELETE", `/custom-fields/${field.id}`)).status).toBe(204);
  });
  test("refuses a list of nothing, an option twice, a key that is none", async () => {
    const ask = async (body: object) =>
      (await cast.administrator.ask("POST", "/custom-fields", { body: { recordType: "client", label: newId(), ...body } })).body.errors;
    expect(await ask({ type: "list" })).toMatchObject([{ pointer: "/options", code: "value.required" }]);
    expect(await ask({ type: "list", options: [{ label: "A" }, { label: "à" }] })).toMatchObject([{ code: "option.twice" }]);
    expect(await ask({ type: "text", key: "Not a key" })).toMatchObject([{ pointer: "/key" }]);
    expect(await ask({ type: "text", key: "constructor" })).toMatchObject([{ pointer: "/key" }]);
  });
  test("keeps its type and what was chosen once a record holds a value, and is archived instead of deleted", async () => {
    const field = await aLevel();
    const [easy, middle] = field.options;
    const unused = await cast.administrator.ask("PATCH", `/custom-fields/${field.id}`, { body: { options: [easy, middle] } });
    expect(unused.status).toBe(200);
    await anOpportunity(cast.seller, { custom: { [field.key]: easy.id } });
    const change = async (body: object) => (await cast.administrator.ask("PATCH", `/custom-fields/${field.id}`, { body })).body;
    expect(await change({ type: "text" })).toMatchObject({ code: "customField.inUse", errors: [{ pointer: "/type" }] });
    expect(await change({ options: [middle] })).toMatchObject({ code: "customField.inUse", errors: [{ pointer: "/options" }] });
    expect((await cast.administrator.ask("DELETE", `/custom-fields/${field.id}`)).body).toMatchObject({ code: "customField.inUse" });
    expect(await change({ archived: true })).toMatchObject({ archived: true, inUse: true });
    const listed = (await cast.seller.ask("GET", "/custom-fields?recordType=opportunity")).body.data.map((one: Loose) => one.id);
    expect(listed).not.toContain(field.id);
  });
  test("is deleted while nothing holds it, and its deletion is taken back", async () => {
    const field = await aField({ recordType: "client" });
    const gone = await cast.administrator.ask("DELETE", `/custom-fields/${field.id}`);
    expect(gone.status).toBe(204);
    const undone = await cast.administrator.ask("POST", "/undo", { body: { token: gone.headers.get("escale-undo") } });
    expect(undone.status).toBe(200);
    const { data } = (await cast.administrator.ask("GET", "/custom-fields?recordType=client")).body;
    expect(data.map((one: Loose) => one.id)).toContain(field.id);
  });
  test("stands in the order that was given, which is taken back as one change", async () => {
    await aField({ recordType: "contact" });
    await aField({ recordType: "contact" });
    const path = "/custom-fields?recordType=contact&archived=true";
    const before = (await cast.administrator.ask("GET", path)).body.data.map((one: Loose) => one.id);
    const ordered = await cast.administrator.ask("POST", "/custom-fields/order", {
      body: { recordType: "contact", ids: before.toReversed() },
    });
    expect(ordered.body.data.map((one: Loose) => one.id)).toEqual(before.toReversed());
    await cast.administrator.ask("POST", "/undo", { body: { token: ordered.headers.get("escale-undo") } });
    expect((await cast.administrator.ask("GET", path)).body.data.map((one: Loose) => one.id)).toEqual(before);
    const partly = await cast.administrator.ask("POST", "/custom-fields/order", { body: { recordType: "contact", ids: before.slice(1) } });
    expect(partly.body.errors).toMatchObject([{ pointer: "/ids" }]);
  });
});

describe("a value", () => {
  test("of every type is written and read as it is, and merged by key", async () => {
    const keys: Record<string, string> = {};
    for (const type of ["text", "longText", "number", "money", "date", "checkbox", "link", "user"])
      keys[type] = (await aField({ type })).key;
    const level = await aLevel();
    const several = await aLevel({ type: "multiList" });
    const values: Record<string, unknown> = {
      [keys["text"] ?? ""]: "Jeunes",
      [keys["longText"] ?? ""]: "Une\nligne",
      [keys["number"] ?? ""]: "12.5",
      [keys["money"] ?? ""]: { amount: "1200.50", currency: "EUR" },
      [keys["date"] ?? ""]: "2027-06-12",
      [keys["checkbox"] ?? ""]: false,
      [keys["link"] ?? ""]: "https://example.org/cahier",
      [keys["user"] ?? ""]: cast.manager.id,
      [level.key]: level.options[1].id,
      [several.key]: [several.options[0].id, several.options[2].id],
    };
    for (const [path, make] of [["/opportunities", () => anOpportunity(cast.seller, { custom: values })]] as const) {
      const made = await make();
      expect(made.custom).toEqual(values);
      const edited = await edit(`${path}/${made.id}`, { custom: { [keys["text"] ?? ""]: null, [level.key]: level.options[0].id } });
      const { [keys["text"] ?? ""]: _emptied, ...rest } = values;
      expect(edited.body.custom).toEqual({ ...rest, [level.key]: level.options[0].id });
    }
  });
  test("stands on clients and contacts too", async () => {
    const note = await aField({ recordType: "client" });
    const { body: client } = await cast.seller.ask("POST", "/clients", { body: { name: "Club", custom: { [note.key]: "a" } } });
    expect(client.custom).toEqual({ [note.key]: "a" });
    const changed = await edit(`/clients/${client.id}`, { custom: { [note.key]: "b" } });
    expect(changed.body.custom).toEqual({ [note.key]: "b" });
    await cast.seller.ask("POST", "/undo", { body: { token: changed.headers.get("escale-undo") } });
    expect((await cast.seller.ask("GET", `/clients/${client.id}`)).body.custom).toEqual({ [note.key]: "a" });
    const vegan = await aField({ recordType: "contact", type: "checkbox" });
    const { body: contact } = await cast.seller.ask("POST", "/contacts", { body: { lastName: "Oddo", custom: { [vegan.key]: true } } });
    const emptied = await edit(`/contacts/${contact.id}`, { custom: { [vegan.key]: null } });
    expect([contact.custom, emptied.body.custom]).toEqual([{ [vegan.key]: true }, {}]);
    await cast.seller.ask("POST", "/undo", { body: { token: emptied.headers.get("escale-undo") } });
    expect((await cast.seller.ask("GET", `/contacts/${contact.id}`)).body.custom).toEqual({ [vegan.key]: true });
  });
  test("that is wrong is refused by its place, an unknown key with the nearest", async () => {
    const level = await aLevel();
    const person = await aField({ type: "user" });
    const { id } = await anOpportunity(cast.seller);
    const wrong = await edit(`/opportunities/${id}`, { custom: { [level.key]: "nowhere", [`${level.key}x`]: "a" } });
    expect(wrong.body).toMatchObject({
      status: 400,
      errors: [
        { pointer: `/custom/${level.key}`, code: "value.notInList" },
        { pointer: `/custom/${level.key}x`, code: "field.unknown" },
      ],
      suggestions: { [`${level.key}x`]: level.key },
    });
    const foreign = await edit(`/opportunities/${id}`, { custom: { [person.key]: cast.foreigner.id } });
    expect(foreign.body.errors).toMatchObject([{ pointer: `/custom/${person.key}`, code: "reference.unknown" }]);
    const proto = await cast.seller.ask("PATCH", `/opportunities/${id}`, {
      body: '{"custom":{"__proto__":"x"}}',
      headers: { "content-type": "application/json" },
    });
    expect([200, 400]).toContain(proto.status);
    expect((await cast.seller.ask("GET", `/opportunities/${id}`)).body.custom).toEqual({});
  });
  test("is told by its label in words, and taken back by itself", async () => {
    const level = await aLevel({ label: `Niveau ${newId()}` });
    const note = await aField({});
    const { id } = await anOpportunity(cast.seller, { custom: { [level.key]: level.options[0].id } });
    const changed = await edit(`/opportunities/${id}`, { custom: { [level.key]: level.options[2].id } });
    await edit(`/opportunities/${id}`, { custom: { [note.key]: "plus tard" } });
    const { data } = (await cast.seller.ask("GET", `/opportunities/${id}/timeline?field=custom.${level.key}`)).body;
    expect(data[0].fields).toEqual([
      {
        field: `custom.${level.key}`,
        label: level.label,
        type: "list",
        from: level.options[0].id,
        to: level.options[2].id,
        fromWords: "Facile",
        toWords: "Difficile",
      },
    ]);
    const undone = await cast.seller.ask("POST", "/undo", { body: { token: changed.headers.get("escale-undo") } });
    expect(undone.status).toBe(200);
    const { custom } = (await cast.seller.ask("GET", `/opportunities/${id}`)).body;
    expect(custom).toEqual({ [level.key]: level.options[0].id, [note.key]: "plus tard" });
    await edit(`/opportunities/${id}`, { custom: { [level.key]: level.options[1].id } });
    const later = await edit(`/opportunities/${id}`, { custom: { [note.key]: "encore" } });
    await edit(`/opportunities/${id}`, { custom: { [note.key]: "enfin" } });
    const held = await cast.seller.ask("POST", "/undo", { body: { token: later.headers.get("escale-undo") } });
    expect(held.body).toMatchObject({ code: "undo.overtaken", overtaken: [{ field: `custom.${note.key}` }] });
  });
});

describe("a file", () => {
  test("brings custom fields by their label, checks each cell, and takes them away again", async () => {
    const level = await aLevel({ label: `Niveau ${newId()}` });
    const budget = await aField({ type: "money", label: `Budget ${newId()}` });
    const person = await aField({ type: "user", label: `Guide ${newId()}` });
    const csv = [
      `Nom;Client;${level.label};${budget.label};${person.label}`,
      "Naples;Comité Lumière;difficile;1 200,50;Claire Nobody",
      "Rome;Comité Lumière;DIFFICILE;1 200,50;",
      "Assise;Comité Lumière;impossible;;",
    ].join("\n");
    const started = await cast.administrator.ask("POST", "/imports?kind=opportunities&fileName=a.csv", {
      body: csv,
      headers: { "content-type": "text/csv" },
    });
    expect(started.body.columns.slice(2).map((one: Loose) => one.field)).toEqual([
      `custom.${level.key}`,
      `custom.${budget.key}`,
      `custom.${person.key}`,
    ]);
    expect(started.body.counts).toMatchObject({ create: 1, failed: 2 });
    expect(started.body.problems.map((one: Loose) => [one.line, one.field, one.code])).toEqual([
      [2, `custom.${person.key}`, "reference.unknown"],
      [4, `custom.${level.key}`, "value.notInList"],
    ]);
    await cast.administrator.ask("POST", `/imports/${started.body.id}/run`, { body: {} });
    await vi.waitFor(async () => expect((await cast.administrator.ask("GET", `/imports/${started.body.id}`)).body.state).toBe("done"), {
      timeout: 60_000,
      interval: 200,
    });
    const { body } = await cast.administrator.ask("GET", `/opportunities?custom.${level.key}=${level.options[2].id}`);
    expect(body.data.map(({ name, custom }: Loose) => [name, custom])).toEqual([
      ["Rome", { [level.key]: level.options[2].id, [budget.key]: { amount: "1200.50", currency: "EUR" } }],
    ]);
    const file = await cast.administrator.ask(
      "GET",
      `/exports/opportunities?custom.${level.key}=${level.options[2].id}&sort=custom.${level.key}`,
    );
    const [header = "", row = ""] = (file.body as string).trim().split("\n");
    const at = header.split(",").indexOf(level.label);
    expect(
      row
        .trim()
        .split(",")
        .slice(at, at + 2),
    ).toEqual(["Difficile", "1200.50"]);
  });
});
