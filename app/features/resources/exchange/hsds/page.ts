import type { HsdsPage } from "./hsds";

const largestPage = 100;
const usualPage = 20;

/** Which page was asked for; whatever else the address says counts for nothing. */
export function askedPage({ searchParams }: URL): { page: number; per_page: number } {
  return {
    page: within(searchParams.get("page"), 1, 1_000_000, 1),
    per_page: within(searchParams.get("per_page"), 1, largestPage, usualPage),
  };
}

function within(said: string | null, least: number, most: number, usual: number): number {
  return said !== null && /^\d{1,9}$/.test(said) ? Math.min(Math.max(Number(said), least), most) : usual;
}

/** A page of a list with what the specification says about every page. */
export function pageOf<Item>(
  contents: Item[],
  total: number,
  { page, per_page }: ReturnType<typeof askedPage>,
): HsdsPage<Item> {
  const pages = Math.ceil(total / per_page);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
