import { expect, test } from "vitest";
import { extensionOf, fileNameOf, nameWithVersion, renamed } from "#domain/document/file-name.ts";
import { contradicts, isActiveDrawing, isBomb, isProgram, isShown, servedType, typeOf } from "#domain/document/file-type.ts";

test("a name is one line, without path, control characters or signs that turn the writing", () => {
  expect(fileNameOf("  Programme\u00a0 Naples.pdf ")).toEqual({ name: "Programme Naples.pdf" });
  expect(fileNameOf("e\u0301te\u0301.pdf")).toEqual({ name: "été.pdf" });
  expect(fileNameOf("facture\u202egnp.pdf")).toEqual({ name: "facturegnp.pdf" });
  for (const name of ["../../etc/passwd", "a\\b.txt", "a\r\nSet-Cookie: x", "a\0.pdf", "..", "a\ud800.pdf", "a\u2028b"])
    expect(fileNameOf(name), JSON.stringify(name)).toEqual({ problem: "fileName.invalid" });
  expect(fileNameOf(" ")).toEqual({ problem: "value.required" });
  expect(fileNameOf("é".repeat(255))).toEqual({ name: "é".repeat(255) });
  expect(fileNameOf("é".repeat(256))).toEqual({ problem: "value.tooBig" });
});

test("the extension is read as a computer reads it", () => {
  expect(["A.PDF", "a.tar.GZ", "a", ".gitignore", "a.exe. ."].map(extensionOf)).toEqual(["pdf", "gz", "", "", "exe"]);
});

test("a name typed without extension keeps the one it had; a new version brings its own", () => {
  expect(renamed("Programme.pdf", "Programme définitif")).toBe("Programme définitif.pdf");
  expect(renamed("Programme.pdf", "liste.xlsx")).toBe("liste.xlsx");
  expect(renamed("LISEZMOI", "lisezmoi")).toBe("lisezmoi");
  expect(nameWithVersion("Programme.pdf", "programme v2.PDF")).toBe("Programme.pdf");
  expect(nameWithVersion("Programme.docx", "v2.pdf")).toBe("Programme.pdf");
});

test("programs are refused under any spelling", () => {
  for (const name of ["a.exe", "A.ExE", "a.exe.", "a.pdf.js", "a.exe::$DATA", "x.BAT "])
    expect(isProgram(name, "text/plain"), name).toBe(true);
  expect(isProgram("photo.png", "application/x-msdownload")).toBe(true);
  expect(isProgram("Programme.exercices.pdf", "application/pdf")).toBe(false);
});

test("a name that promises a picture or a PDF must hold one", () => {
  const html = typeOf("photo.png", undefined, "  <html><script>alert(1)</script>");
  expect(html).toBe("text/html");
  expect(contradicts("photo.PNG", html)).toBe(true);
  expect(contradicts("photo.png", "image/png")).toBe(false);
  expect(contradicts("Liste.xlsx", "application/x-cfb")).toBe(false);
  expect(contradicts("Liste.xlsx", "text/html")).toBe(true);
  expect(contradicts("notes.txt", "text/plain")).toBe(false);
});

test("what a file is comes from its bytes; the name only says which text or which office", () => {
  expect(typeOf("a.csv", undefined, "Nom;Prénom")).toBe("text/csv");
  expect(typeOf("a", undefined, "bonjour")).toBe("text/plain");
  expect(typeOf("a.doc", "application/x-cfb", undefined)).toBe("application/msword");
  expect(typeOf("a.svg", "application/xml", '<?xml version="1.0"?>\n<svg xmlns="…">')).toBe("image/svg+xml");
  expect(typeOf("a.dat", undefined, undefined)).toBe("application/octet-stream");
});

test("HTML and SVG are never shown and leave as bytes", () => {
  expect(["image/svg+xml", "text/html", "text/plain", "image/tiff"].filter(isShown)).toEqual([]);
  expect(["image/svg+xml", "text/html", "application/xhtml+xml", "application/xml"].map(servedType)).toEqual(
    Array.from({ length: 4 }, () => "application/octet-stream"),
  );
  expect(servedType("application/pdf")).toBe("application/pdf");
  expect(isActiveDrawing('<svg onload = "x()">')).toBe(true);
  expect(isActiveDrawing("<svg><SCRIPT>x</SCRIPT></svg>")).toBe(true);
  expect(isActiveDrawing('<svg><path d="M0 0"/></svg>')).toBe(false);
});

test("an archive that unpacks to a hundred times its size is a bomb, a small one is not", () => {
  expect(isBomb(10_000_000_000, 42_000)).toBe(true);
  expect(isBomb(40_000_000, 400_000)).toBe(false);
});
