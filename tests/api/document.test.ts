import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shown, undo } from "#tests/support/activity.ts";
import {
  anAgency,
  anOpportunity,
  aTeam,
  aUser,
  startInstallation,
  type Installation,
  type Loose,
  type TestUser,
} from "#tests/support/agency.ts";
import { aDocument, anArchive, anEndlessPicture, aPicture, PDF, send } from "#tests/support/files.ts";

let installation: Installation;
let seller: TestUser;
let other: TestUser;
let reader: TestUser;
let sale: Loose;

beforeAll(async () => {
  installation = await startInstallation({ ESCALE_UPLOAD_MB: "2" });
  const workspaceId = await anAgency(installation);
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups], name: "Claire Lambert" });
  other = await aUser(installation, workspaceId, { role: "seller", teamIds: [schools], name: "Nina Rossi" });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [groups], name: "Reine Lecteur" });
  sale = await anOpportunity(seller);
});
afterAll(() => installation.stop());

const documents = (id: string): string => `/opportunities/${id}/documents`;
const names = async (id: string, query = ""): Promise<string[]> =>
  (await seller.ask("GET", `${documents(id)}${query}`)).body.data.map((one: Loose) => one.name);

/** The answer itself: bytes and headers. */
function fetched(user: TestUser, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${installation.application.address}/api/v1${path}`, { headers: { authorization: `Bearer ${user.key}`, ...headers } });
}

describe("a document", () => {
  test("is kept byte for byte, is a touch, counted, in the timeline, and seen by those who see the opportunity", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aDocument(seller, id, { name: "Programme été.pdf" });
    expect(made).toMatchObject({
      name: "Programme été.pdf",
      file: {
        number: 1,
        type: "application/pdf",
        size: PDF.length,
        sha256: createHash("sha256").update(PDF).digest("hex"),
        isShown: true,
        hasThumbnail: false,
        addedBy: { id: seller.id },
      },
      versions: 1,
      can: { edit: true },
    });
    expect((await shown(seller, id)).lastTouch).toEqual({ kind: "document", at: made.createdAt });
    const answer = await fetched(reader, `/documents/${made.id}/content`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect((await seller.ask("GET", documents(id))).body).toMatchObject({ total: 1, limitBytes: 2_000_000 });
    const [fact] = (await seller.ask("GET", `/opportunities/${id}/timeline?show=documents`)).body.data;
    expect(fact).toMatchObject({ kind: "document.created", record: { name: "Programme été.pdf" }, document: { id: made.id } });
    expect((await other.ask("GET", `/documents/${made.id}/content`)).status).toBe(404);
    expect((await other.ask("GET", documents(id))).status).toBe(404);
    expect((await send(reader, documents(id))).status).toBe(403);
  });

  test("comes in a form too", async () => {
    const { id } = await anOpportunity(seller);
    const form = new FormData();
    form.append("file", new Blob([PDF]), "Liste été 2027.pdf");
    const answer = await fetch(`${installation.application.address}/api/v1${documents(id)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${seller.key}` },
      body: form,
    });
    expect([answer.status, ((await answer.json()) as Loose).name]).toEqual([201, "Liste été 2027.pdf"]);
  });

  test("sent twice with one key is added once, and its bytes are kept once", async () => {
    const { id } = await anOpportunity(seller);
    const headers = { "idempotency-key": `documents-${id}` };
    const [first, second] = [await send(seller, documents(id), { headers }), await send(seller, documents(id), { headers })];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await names(id)).toEqual(["Programme.pdf"]);
    expect((await fetched(seller, `/documents/${first.body.id}/content`)).status).toBe(200);
    expect((await send(seller, documents(id), { headers, bytes: Buffer.concat([PDF, PDF]) })).status).toBe(422);
  });

  test("is renamed, keeps its extension, refuses a stale version and a name it could not have been added with; undone", async () => {
    const made = await aDocument(seller, sale.id);
    const path = `/documents/${made.id}`;
    const renamed = await seller.ask("PATCH", path, { body: { name: "Programme définitif" } });
    expect(renamed.body).toMatchObject({ name: "Programme définitif.pdf", version: 2 });
    expect((await seller.ask("PATCH", path, { body: { name: "x" }, headers: { "if-match": '"1"' } })).status).toBe(412);
    for (const name of ["a.exe", "A.ExE.", "photo.png", "a/b.pdf", "a\r\nb.pdf", "..", " "])
      expect((await seller.ask("PATCH", path, { body: { name } })).body.errors?.[0]?.pointer, JSON.stringify(name)).toBe("/name");
    await undo(seller, renamed);
    expect((await seller.ask("GET", path)).body.name).toBe("Programme.pdf");
    expect((await reader.ask("PATCH", path, { body: { name: "x" } })).status).toBe(403);
  });

  test("has versions: the former ones are kept, downloaded, put in use again; the new one is undone", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aDocument(seller, id, { name: "Liste.csv", bytes: "Nom;Prénom\nFerrand;Hélène\n" });
    const path = `/documents/${made.id}`;
    const second = await send(seller, `${path}/versions`, { name: "liste finale.pdf", headers: { "if-match": '"1"' } });
    expect(second.body).toMatchObject({ name: "Liste.pdf", versions: 2, file: { number: 2, type: "application/pdf" } });
    expect((await send(seller, `${path}/versions`, { headers: { "if-match": '"1"' } })).status).toBe(412);
    const list = (await reader.ask("GET", `${path}/versions`)).body.data;
    expect(list.map((one: Loose) => [one.number, one.name, one.isInUse])).toEqual([
      [2, "liste finale.pdf", true],
      [1, "Liste.csv", false],
    ]);
    expect((await reader.ask("GET", `${path}/content?number=1`)).body).toContain("Ferrand;Hélène");
    await undo(seller, second);
    expect((await seller.ask("GET", path)).body).toMatchObject({ name: "Liste.csv", file: { number: 1, type: "text/csv" } });
    const again = await seller.ask("POST", `${path}/use-version`, { body: { number: 2 } });
    expect(again.body.file.number).toBe(2);
    expect((await seller.ask("POST", `${path}/use-version`, { body: { number: 2 } })).status).toBe(409);
    expect((await seller.ask("POST", `${path}/use-version`, { body: { number: 9 } })).status).toBe(400);
    expect((await send(seller, `${path}/versions`)).body.file.number).toBe(3);
  });

  test("is deleted and brought back, by undo or from the deleted ones; its touch goes and comes with it", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aDocument(seller, id);
    const gone = await seller.ask("DELETE", `/documents/${made.id}`, { headers: { "if-match": '"1"' } });
    expect([gone.status, (await seller.ask("GET", `/documents/${made.id}`)).status]).toEqual([204, 404]);
    expect((await seller.ask("GET", `/documents/${made.id}/content`)).status).toBe(404);
    expect((await shown(seller, id)).lastTouch.kind).toBe("created");
    expect([await names(id), await names(id, "?deleted=true")]).toEqual([[], ["Programme.pdf"]]);
    await undo(seller, gone);
    expect((await shown(seller, id)).lastTouch.kind).toBe("document");
    await seller.ask("DELETE", `/documents/${made.id}`);
    expect((await reader.ask("POST", `/documents/${made.id}/restore`, { body: {} })).status).toBe(403);
    const back = await seller.ask("POST", `/documents/${made.id}/restore`, { body: {} });
    expect(back.body).toMatchObject({ deleted: null, version: 5 });
    const added = await aDocument(seller, id, { name: "b.pdf" });
    const taken = (await seller.ask("GET", `/opportunities/${id}/timeline`)).body.data[0];
    await seller.ask("POST", "/undo", { body: { token: taken.changeId } });
    expect((await seller.ask("GET", `/documents/${added.id}`)).status).toBe(404);
  });

  test("follows its opportunity: to another team, and into deletion", async () => {
    const mine = await anOpportunity(seller);
    const made = await aDocument(seller, mine.id, { name: "zanzibar_programme.pdf" });
    const found = async (user: TestUser): Promise<string[]> =>
      (await user.ask("GET", "/search?q=zanzibar")).body.groups.flatMap((group: Loose) => group.data.map((one: Loose) => one.id));
    expect([await found(seller), await found(other)]).toEqual([[made.id], []]);
    await seller.ask("DELETE", `/opportunities/${mine.id}`);
    expect([(await seller.ask("GET", `/documents/${made.id}`)).status, await found(seller)]).toEqual([404, []]);
    await seller.ask("POST", `/opportunities/${mine.id}/restore`, { body: {} });
    expect(await found(seller)).toEqual([made.id]);
  });

  test("of a client's opportunities is listed on the client, as far as one may see them", async () => {
    const first = await anOpportunity(seller);
    const made = await aDocument(seller, first.id);
    const path = `/clients/${first.client.id}/documents`;
    expect((await reader.ask("GET", path)).body.data).toMatchObject([{ id: made.id, opportunity: { id: first.id } }]);
    expect((await other.ask("GET", path)).body).toMatchObject({ data: [], total: 0 });
  });
});

describe("a download", () => {
  test("is an attachment under its name; a picture or a PDF may be shown, in a sandbox, and nothing else", async () => {
    const made = await aDocument(seller, sale.id, { name: 'Séjour "été".pdf' });
    const plain = await fetched(seller, `/documents/${made.id}/content`);
    expect(plain.headers.get("content-disposition")).toBe(
      `attachment; filename="Sejour ete.pdf"; filename*=UTF-8''S%C3%A9jour%20%22%C3%A9t%C3%A9%22.pdf`,
    );
    expect(plain.headers.get("x-content-type-options")).toBe("nosniff");
    const inline = await fetched(seller, `/documents/${made.id}/content?inline=true`);
    expect(inline.headers.get("content-disposition")).toMatch(/^inline;/);
    const picture = await aDocument(seller, sale.id, { name: "plage.png", bytes: await aPicture() });
    const drawn = await fetched(seller, `/documents/${picture.id}/content?inline=true`);
    expect([drawn.headers.get("content-type"), drawn.headers.get("content-security-policy")]).toEqual([
      "image/png",
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    ]);
    for (const [name, bytes] of [
      ["page.html", "<html><script>alert(1)</script></html>"],
      ["dessin.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
      ["page.txt", "bonjour <script>alert(1)</script>"],
      ["données.xml", '<?xml version="1.0"?><a/>'],
    ] as const) {
      const one = await aDocument(seller, sale.id, { name, bytes });
      const sent = await fetched(seller, `/documents/${one.id}/content?inline=true`);
      expect([sent.headers.get("content-type"), sent.headers.get("content-disposition")?.slice(0, 10)], name).toEqual([
        "application/octet-stream",
        "attachment",
      ]);
      expect(await sent.text()).toBe(bytes);
    }
  });

  test("gives ranges, and nothing when the caller has it", async () => {
    const made = await aDocument(seller, sale.id);
    const path = `/documents/${made.id}/content`;
    const whole = await fetched(seller, path);
    const tag = whole.headers.get("etag") ?? "";
    const text = PDF.toString();
    const range = async (header: string, more: Record<string, string> = {}) => {
      const part = await fetched(seller, path, { range: header, ...more });
      return [part.status, part.headers.get("content-range"), await part.text()];
    };
    expect(await range("bytes=0-7")).toEqual([206, `bytes 0-7/${text.length}`, text.slice(0, 8)]);
    expect(await range("bytes=-6")).toEqual([206, `bytes ${text.length - 6}-${text.length - 1}/${text.length}`, text.slice(-6)]);
    expect(await range("bytes=10-")).toEqual([206, `bytes 10-${text.length - 1}/${text.length}`, text.slice(10)]);
    expect(await range("bytes=0-7", { "if-range": '"other"' })).toEqual([200, null, text]);
    expect((await range("bytes=99999-"))[0]).toBe(416);
    expect((await range("bytes=7-2"))[0]).toBe(200);
    expect((await fetched(seller, path, { "if-none-match": tag })).status).toBe(304);
  });

  test("of a picture has a small copy", async () => {
    const made = await aDocument(seller, sale.id, { name: "plage.png", bytes: await aPicture(900, 600) });
    expect(made.file).toMatchObject({ width: 900, height: 600, hasThumbnail: true });
    const small = await fetched(seller, `/documents/${made.id}/thumbnail`);
    expect([
      small.headers.get("content-type"),
      Buffer.from(await small.arrayBuffer())
        .subarray(8, 12)
        .toString(),
    ]).toEqual(["image/webp", "WEBP"]);
    const broken = await aDocument(seller, sale.id, { name: "a.png", bytes: (await aPicture(900, 600)).subarray(0, 60) });
    expect([broken.file.hasThumbnail, (await seller.ask("GET", `/documents/${broken.id}/thumbnail`)).status]).toEqual([false, 404]);
  });
});

describe("what is refused", () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
  test.each<[string, string, Uint8Array | string, string]>([
    ["HTML named .png", "photo.png", "<html><script>alert(1)</script>", "file.contradicts"],
    ["HTML named .PNG", "photo.PNG", "<html><script>alert(1)</script>", "file.contradicts"],
    ["a picture named .pdf", "a.pdf", png, "file.contradicts"],
    ["an SVG with a script", "logo.svg", '<svg xmlns="x"><script>alert(1)</script></svg>', "file.active"],
    ["an SVG with a handler, in UTF-16", "logo.svg", Buffer.from('\ufeff<svg onload="alert(1)">', "utf16le"), "file.active"],
    ["a program", "setup.exe", "MZ", "file.program"],
    ["a program in other letters", "Setup.ExE", "hello", "file.program"],
    ["a program with a point behind", "setup.exe.", "hello", "file.program"],
    ["a program by its bytes", "photo", Buffer.from(`MZ${"\0".repeat(58)}\x40\0\0\0PE\0\0${"\0".repeat(200)}`, "latin1"), "file.program"],
    ["an archive that is a bomb", "photos.zip", anArchive(4_000_000_000), "file.bomb"],
    ["a workbook that is a bomb", "liste.xlsx", anArchive(4_000_000_000, "[Content_Types].xml"), "file.bomb"],
    ["a picture of 60 000 × 60 000", "photo.png", anEndlessPicture(60_000, 60_000), "file.pixels"],
    ["nothing", "vide.txt", "", "file.empty"],
    ["a path", "../../etc/passwd", "x", "fileName.invalid"],
    ["a path of Windows", "..\\..\\a.txt", "x", "fileName.invalid"],
    ["a line break", "a.txt\r\nSet-Cookie: a=b", "x", "fileName.invalid"],
    ["U+0000", "a\0.txt", "x", "text.unstorable"],
    ["a name of 256 letters", `${"é".repeat(252)}.txt`, "x", "value.tooBig"],
  ])("%s", async (_what, name, bytes, code) => {
    const { id } = await anOpportunity(seller);
    const answer = await send(seller, documents(id), { name, bytes: bytes.length === 0 ? new Uint8Array() : bytes });
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([400, code]);
    expect(await names(id)).toEqual([]);
  });

  test("a file above the limit, said at once or found out on the way, with the limit in words", async () => {
    const { id } = await anOpportunity(seller);
    const large = Buffer.alloc(2_100_000, "x");
    const said = await send(seller, documents(id), { name: "a.txt", bytes: large });
    expect([said.status, said.body.limitBytes, said.body.detail]).toEqual([413, 2_000_000, "file: A file may have at most 2 MB."]);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 30; at += 1) yield large.subarray(0, 100_000);
    }
    const streamed = await fetch(`${installation.application.address}/api/v1${documents(id)}?fileName=a.txt`, {
      method: "POST",
      headers: { authorization: `Bearer ${seller.key}`, "content-type": "application/octet-stream" },
      body: pieces() as never,
      duplex: "half",
    });
    expect(streamed.status).toBe(413);
    const form = new FormData();
    form.append("file", new Blob([large]), "a.txt");
    const headers = { authorization: `Bearer ${seller.key}` };
    const formed = await fetch(`${installation.application.address}/api/v1${documents(id)}`, { method: "POST", headers, body: form });
    expect(formed.status).toBe(413);
    expect(await names(id)).toEqual([]);
  });

  test("a request without a file", async () => {
    for (const body of [{}, undefined]) {
      const answer = await seller.ask("POST", documents(sale.id), { body });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, "/file"]);
    }
  });

  test("a name that turns the writing loses the sign that does it; markup in a name stays letters", async () => {
    const { id } = await anOpportunity(seller);
    await aDocument(seller, id, { name: "facture\u202efdp.pdf" });
    await aDocument(seller, id, { name: "<img src=x onerror=alert(1)>.pdf" });
    expect(await names(id)).toEqual(["<img src=x onerror=alert(1)>.pdf", "facturefdp.pdf"]);
  });
});
