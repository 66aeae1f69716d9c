import type { MetaFunction } from "@remix-run/react";

/** The document's title from the loader's `title`, with the product's name in the page's language behind it. */
export const pageMeta: MetaFunction = ({ data, error, matches }) => {
  const root = matches.find(({ id }) => id === "root")?.data;
  const name = textOf(root, "site") ?? "Hamkke";
  const title = error ? textOf(root, "lost") : textOf(data, "title");
  return [{ title: title ? `${title} · ${name}` : name }];
};

function textOf(data: unknown, key: string): string | undefined {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
