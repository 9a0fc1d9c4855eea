import { expect, test } from "vitest";
import { passwordProblem } from "#domain/user/password.ts";

const person = { email: "claire.lambert@agence.fr", name: "Claire Lambert" };
const common = new Set(["password1", "motdepasse"]);
const problem = (password: string): string | undefined => passwordProblem(password, person, common);

test("a password has 8 to 1024 characters, counted as a person counts them", () => {
  expect(problem("court12")).toBe("password.short");
  expect(problem("🐚🐚🐚🐚🐚🐚🐚")).toBe("password.short");
  expect(problem("🐚🌊🏔🚌🧭🎒🍇🗺")).toBeUndefined();
  expect(problem("x".repeat(1025))).toBe("password.long");
  expect(problem("x1".repeat(512))).toBeUndefined();
});

test("a password is not among the common ones, in whatever case", () => {
  expect(problem("PassWord1")).toBe("password.common");
  expect(problem("MotDePasse")).toBe("password.common");
});

test("a password is not one's own name or address", () => {
  expect(["claire lambert", "Claire.Lambert", "claire.lambert@agence.fr"].map(problem)).toEqual(Array(3).fill("password.personal"));
  expect(problem("autocar vers Ravenne")).toBeUndefined();
});
