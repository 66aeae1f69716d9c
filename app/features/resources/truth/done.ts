const done = ["verified", "accepted", "declined", "settled", "steward", "ended", "corrected"] as const;

/** What was just done on the way to a page. */
export function doneOf(request: Request): (typeof done)[number] | undefined {
  const said = new URL(request.url).searchParams.get("done");
  return done.find((one) => one === said);
}
