/** Where documents are kept (ESCALE_FILES): a folder, or a bucket of an S3-compatible store. */
export type FilesSetting =
  | { readonly kind: "folder"; readonly folder: string | undefined }
  | {
      readonly kind: "s3";
      /** With the bucket: `https://s3.example.com/documents`. */
      readonly endpoint: string;
      readonly region: string;
      /** Before each key; "" or ending with a slash. */
      readonly prefix: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

type Get = (name: string) => string | undefined;

/** `s3://KEY:SECRET@bucket/prefix?endpoint=https://s3.example.com&region=eu-west-3`; the keys may also be AWS_… variables. */
export function filesOf(text: string | undefined, get: Get): FilesSetting {
  if (text === undefined) return { kind: "folder", folder: undefined };
  if (!/^[a-z0-9]+:\/\//i.test(text)) return { kind: "folder", folder: text };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "s3:" || url.hostname === "")
    throw new Error(`ESCALE_FILES must be a folder, or s3://bucket/prefix?endpoint=https://…&region=…, not "${withoutKeys(text)}".`);
  const region = url.searchParams.get("region") ?? get("AWS_REGION") ?? "us-east-1";
  const endpoint = url.searchParams.get("endpoint") ?? get("AWS_ENDPOINT_URL_S3") ?? `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    throw new Error(`The endpoint of ESCALE_FILES must be an address as https://s3.example.com, not "${endpoint}".`);
  const accessKeyId = decodeURIComponent(url.username) || get("AWS_ACCESS_KEY_ID");
  const secretAccessKey = decodeURIComponent(url.password) || get("AWS_SECRET_ACCESS_KEY");
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error(
      "ESCALE_FILES names a bucket without its keys: s3://KEY:SECRET@bucket, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    );
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, "");
  return {
    kind: "s3",
    endpoint: `${endpoint.replace(/\/+$/, "")}/${url.hostname}`,
    region,
    prefix: prefix === "" ? "" : `${prefix}/`,
    accessKeyId,
    secretAccessKey,
  };
}

function withoutKeys(text: string): string {
  return text.replace(/\/\/[^@/]*@/, "//…@");
}
