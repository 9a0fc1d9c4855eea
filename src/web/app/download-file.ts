import { ApiProblem, problemOf } from "#web/api/api.ts";

/** Asks for a file in the reader's language and hands it to the browser; returns its name. */
export async function downloadFile(address: string): Promise<string> {
  const response = await answered(address, { headers: { "accept-language": document.documentElement.lang } });
  if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined));
  const name = nameIn(response.headers.get("content-disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  // The browser reads it after the click: the address is given back when it has.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? "escale.csv" : decodeURIComponent(encoded);
}

/** A request that is no JSON: a file goes out or comes in. */
export async function answered(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...init });
  } catch {
    throw new ApiProblem({ title: "offline", detail: "offline", status: 0, code: "offline" });
  }
}
