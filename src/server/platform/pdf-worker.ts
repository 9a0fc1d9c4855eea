import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PdfAnswer, PdfQuestion } from "#server/platform/pdf.ts";

// Typst compiles synchronously: here, on a thread of its own.
const server = fileURLToPath(new URL("../", import.meta.url)).replace(/[/\\]$/, "");
const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve("source-sans/package.json")), "TTF");
const compiler = NodeCompiler.create({ workspace: server, fontArgs: [{ fontPaths: [fonts] }] });

/** How many compilations what was worked out before is kept for. */
const KEPT = 10;

parentPort?.on("message", (question: PdfQuestion) => {
  parentPort?.postMessage(answerTo(question));
});

function answerTo({ id, template, data, files }: PdfQuestion): PdfAnswer {
  const folder = path.dirname(path.join(server, template));
  const shadows = [path.join(folder, "data.json"), ...Object.keys(files).map((name) => path.join(folder, name))];
  try {
    compiler.mapShadow(path.join(folder, "data.json"), Buffer.from(data));
    for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(path.join(folder, name), Buffer.from(bytes));
    const made = compiler.compile({ mainFilePath: path.join(server, template) });
    if (!made.result) throw new Error(JSON.stringify(compiler.fetchDiagnostics(made.takeError() as never)));
    return { id, pdf: new Uint8Array(compiler.pdf(made.result, { pdfStandard: "ua-1", pdfTags: true })) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const shadow of shadows) compiler.unmapShadow(shadow);
    compiler.evictCache(KEPT);
  }
}
