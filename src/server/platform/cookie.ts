/** Over https the name carries `__Host-`: the browser then refuses it from elsewhere. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-escale_session" : "escale_session";
}

export function sessionCookie(token: string | null, secure: boolean): string {
  const life = token === null ? 0 : 30 * 24 * 3600;
  return [
    `${sessionCookieName(secure)}=${token ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${life}`,
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
