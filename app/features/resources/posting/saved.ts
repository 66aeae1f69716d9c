const saved = ["savedNew", "savedDraft", "savedChanges"] as const;

/** What was just saved on the way to the page of a service. */
export function savedOf(request: Request): (typeof saved)[number] | undefined {
  const said = new URL(request.url).searchParams.get("saved");
  return saved.find((one) => one === said);
}

/** The page of a service, which says what was saved. */
export function savedAddress(id: string, what: (typeof saved)[number]): string {
  return `/resources/${id}?saved=${what}`;
}
