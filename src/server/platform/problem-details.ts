import type { z } from "zod";
import { STATUS_OF } from "#contract/problem.ts";
import type { Locale } from "#domain/shared/actor.ts";
import type { FieldProblem, Refusal, RefusalCode } from "#domain/shared/refusal.ts";
import { problemWords } from "#words/problem-words.ts";

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [extra: string]: unknown;
};

export type Teller = { readonly locale: Locale; readonly requestId: string };

/** A refusal on the wire: RFC 9457, its sentence in the reader's language. */
export function problemOf(refusal: Refusal, { locale, requestId }: Teller): Problem {
  const words = problemWords[locale];
  const fields = refusal.fields.map(({ about, detail, ...field }) => ({
    ...field,
    detail: detail ?? withFigures(words.field(field.code, about), refusal),
  }));
  return {
    type: "about:blank",
    title: words.title[refusal.code],
    status: STATUS_OF[refusal.code],
    detail: fields.length > 0 ? fields.map(sentenceOf).join(" ") : words.title[refusal.code],
    code: refusal.code,
    requestId,
    ...(fields.length > 0 ? { errors: fields } : {}),
    ...extrasOf(refusal),
  };
}

/** The field by its name, then what is wrong; what is wrong with the whole body stands alone. */
function sentenceOf({ pointer: at, detail }: { readonly pointer: string; readonly detail: string }): string {
  return at.length > 1 ? `${at.slice(1)}: ${detail}` : detail;
}

/** The limit a file went over stands in its sentence. */
function withFigures(sentence: string, { details }: Refusal): string {
  return sentence.replace("{limit}", String(Number(details["limitBytes"] ?? 0) / 1_000_000));
}

/** What the caller needs to go on: the current record, the fields overtaken, the suggestion. Never a cause; limits are in the headers. */
function extrasOf(refusal: Refusal): Record<string, unknown> {
  const { cause: _cause, endpoint: _endpoint, allowance: _allowance, ...rest } = refusal.details;
  return rest;
}

export function internalProblem({ locale, requestId }: Teller): Problem {
  const title = problemWords[locale].internal;
  return { type: "about:blank", title, status: 500, detail: title, code: "internal", requestId };
}

/** The answers of a schema as fields with a pointer, e.g. `/destinations/0/place`. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[], where: "params" | "query" | "body"): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "invalid_union") {
      const meant = issue.errors.find((branch) => !branch.every(({ code, path: at }) => code === "invalid_type" && at.length === 0));
      if (meant)
        return fieldsOf(
          meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
          where,
        );
      return [{ pointer: pointer(path), code: "value.type" }];
    }
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ pointer: pointer([...path, key]), code: "field.unknown" }));
    return [{ pointer: pointer(path.length > 0 || where === "body" ? path : [where]), code: codeOf(issue) }];
  });
}

export function pointer(path: readonly string[]): string {
  return `/${path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

const CODES: Partial<Record<z.core.$ZodIssue["code"], string>> = {
  too_big: "value.tooBig",
  too_small: "value.tooSmall",
  invalid_value: "value.notInList",
  invalid_format: "value.format",
};

function codeOf(issue: z.core.$ZodIssue): string {
  // A schema that says its own word ("day.invalid") is believed.
  if (/^[a-z]+\.[a-zA-Z]+$/.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return issue.input === undefined ? "value.required" : "value.type";
  return CODES[issue.code] ?? "value.invalid";
}

export function statusOf(code: RefusalCode): number {
  return STATUS_OF[code];
}
