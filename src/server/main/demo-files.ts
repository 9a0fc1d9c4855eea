import sharp from "sharp";

/** A page of text as a PDF: no library is needed for a line under a line. */
export function demoPdf(title: string, lines: readonly string[]): Buffer {
  const text = [
    `BT /F2 22 Tf 60 770 Td (${escaped(title)}) Tj ET`,
    ...lines.map((line, index) => `BT /F1 12 Tf 60 ${728 - index * 22} Td (${escaped(line)}) Tj ET`),
  ].join("\n");
  const font = (name: string): string => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 4 0 R/F2 5 0 R>>>>>>",
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  return Buffer.from(`${file}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`, "latin1");
}

/** Latin letters as the font has them; a bracket is a sign of the format. */
function escaped(text: string): string {
  return text
    .replaceAll("’", "'")
    .replaceAll("€", "EUR")
    .replace(/[^\x20-\xff]/g, "-")
    .replace(/[\\()]/g, (sign) => `\\${sign}`);
}

const SEA = [
  [178, 213, 232],
  [245, 226, 196],
  [38, 120, 138],
  [18, 82, 104],
] as const;

/** Sky, light at the horizon, sea: the place as one remembers it. */
export function demoPicture(seed: number): Promise<Buffer> {
  const [width, height] = [480, 320];
  const pixels = Buffer.alloc(width * height * 3);
  const horizon = 150 + (seed % 5) * 12;
  for (let y = 0; y < height; y += 1) {
    const isSky = y < horizon;
    const share = isSky ? y / horizon : (y - horizon) / (height - horizon);
    const [from, to] = isSky ? [SEA[0], SEA[1]] : [SEA[2], SEA[3]];
    for (let x = 0; x < width; x += 1) {
      const wave = isSky ? 0 : Math.sin((x + seed * 40) / 23 + y / 5) * 6;
      for (let tone = 0; tone < 3; tone += 1)
        pixels[(y * width + x) * 3 + tone] = Math.max(0, Math.min(255, (from[tone] ?? 0) * (1 - share) + (to[tone] ?? 0) * share + wave));
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
