import type { RefusalCode } from "#domain/shared/refusal.ts";
import type { z } from "zod";

/** Where every address of the API begins. */
export const API_PREFIX = "/api/v1";

/**
 * One thing that can be asked of Escale, as data: the server binds it, the web and the command line call it,
 * the OpenAPI description prints it.
 */
export type Endpoint = {
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** OpenAPI style, e.g. `/opportunities/{id}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  /** "read" runs in a read-only transaction (also a search by POST); "write" tells a fact. */
  readonly access: "read" | "write";
  /** "none": asked before or without signing in. */
  readonly session?: "required" | "none";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly returns?: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** Besides: 201 when it had to be made, 202 when the work goes on. */
  readonly alsoAnswers?: 201 | 202;
  /** The record has a version: sessions must send If-Match. */
  readonly versioned?: boolean;
  /** The body and the answer are not JSON (a file, a stream): the server binds it by hand. */
  readonly raw?: string;
  /** A file comes with the request: it is written as it comes, after the caller was asked for the right. */
  readonly takes?: "file";
  /** A field of the answer that is told once: what is kept for a repeated request is without it. */
  readonly secret?: string;
  readonly refuses: readonly RefusalCode[];
};

type Part<E extends Endpoint, Key extends "params" | "query" | "body"> =
  E extends Record<Key, infer Schema extends z.ZodType> ? { readonly [K in Key]: z.output<Schema> } : unknown;

type SentPart<E extends Endpoint, Key extends "params" | "query" | "body"> =
  E extends Record<Key, infer Schema extends z.ZodType> ? { readonly [K in Key]: z.input<Schema> } : unknown;

/** What a handler receives, validated. */
export type Input<E extends Endpoint> = Part<E, "params"> & Part<E, "query"> & Part<E, "body">;

/** What a caller sends. */
export type Sent<E extends Endpoint> = SentPart<E, "params"> & SentPart<E, "query"> & SentPart<E, "body">;

/** What is answered. */
export type Result<E extends Endpoint> = E extends { returns: infer Schema extends z.ZodType } ? z.input<Schema> : void;

export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}
