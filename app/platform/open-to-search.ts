/**
 * Whether a page's loader said, beside telling the server, that search engines may keep the page. Everything else is
 * marked `noindex`.
 */
export function isOpenToSearch(data: unknown): boolean {
  return typeof data === "object" && data !== null && "openToSearch" in data && data.openToSearch === true;
}
