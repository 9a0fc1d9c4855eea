// Every path that the pages name exists.
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

const missing = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", ...globSync("docs/**/*.md")].flatMap((page) => {
  const named = readFileSync(page, "utf8").matchAll(
    /`((?:src|docs|scripts|tests|migrations|bench|seed)\/[\w./-]*)`|\]\((?!https?:)([\w./-]+)\)/g,
  );
  return [...named]
    .map(([, code, link = ""]) => code ?? path.join(path.dirname(page), link))
    .filter((target) => !existsSync(target))
    .map((target) => `${page}: there is no ${target}`);
});
if (missing.length > 0) {
  console.error(missing.join("\n"));
  process.exitCode = 1;
}
