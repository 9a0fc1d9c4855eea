import { openapiOf } from "#contract/openapi.ts";

export function openapiText(): string {
  return `${JSON.stringify(openapiOf(), null, 1)}\n`;
}
