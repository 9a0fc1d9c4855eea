import { z } from "zod";
import { language } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { VERSION_PATH, versionParams } from "#contract/quote-endpoints.ts";

export const quotePdfEndpoints = {
  quotePdf: endpoint({
    id: "quotePdf",
    method: "GET",
    path: `${VERSION_PATH}/pdf`,
    tag: "quotes",
    access: "read",
    raw: "application/pdf",
    summary:
      "A version on paper, tagged for readers (PDF/UA): kind=prices is the client's table of prices, without costs; kind=costing the internal grid, for those who may see costs. In the client's language unless one is named.",
    params: versionParams,
    query: z.object({ kind: z.enum(["prices", "costing"]).default("prices"), language: language.optional() }),
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
};
