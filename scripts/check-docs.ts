// Every path that ARCHITECTURE.md and README.md name exists.
import { existsSync, readFileSync } from "node:fs";

const missing = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"].flatMap((page) => {
  const named = readFileSync(page, "utf8").matchAll(
    /`((?:src|docs|scripts|tests|migrations|bench|seed)\/[\w./-]*)`|\]\((?!https?:)([\w./-]+)\)/g,
  );
  return [...named]
    .map(([, code, link]) => code ?? link ?? "")
    .filter((path) => !existsSync(path))
    .map((path) => `${page}: there is no ${path}`);
});
if (missing.length > 0) {
  console.error(missing.join("\n"));
  process.exitCode = 1;
}
