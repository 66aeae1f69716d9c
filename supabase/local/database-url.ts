/**
 * What is wrong with a database's address, if anything: on the way to another machine everything that anybody keeps would be
 * readable, and so the address says whether that way is encrypted and who is at its end, or that it needs not be.
 */
export function databaseUrlProblem(text: string): string | undefined {
  if (!URL.canParse(text) || !/^postgres(?:ql)?:$/.test(new URL(text).protocol)) {
    return "must be the address of the database, postgres://…";
  }
  const { hostname, searchParams } = new URL(text);
  if (/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname)) return undefined;
  if (["verify-full", "disable"].includes(searchParams.get("sslmode") ?? "")) return undefined;
  return "must end with ?sslmode=verify-full (or ?sslmode=disable, inside a network of your own)";
}
