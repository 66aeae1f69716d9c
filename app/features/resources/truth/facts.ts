/** What others may say is different about a service, as the database names it. */
export const facts = [
  "phones",
  "schedules",
  "staff_languages",
  "cost",
  "eligibility",
  "description",
  "name",
  "state",
  "place",
] as const;
export type Fact = (typeof facts)[number];

/** A fact that the address names; nothing for what is none. */
export function factOf(name: string | null): Fact | undefined {
  return facts.find((fact) => fact === name);
}

/** How somebody may have made sure. */
export const methods = ["phone", "visit", "website", "provider", "owner"] as const;

export type Hours = { weekdays: number[]; opens_minute: number; closes_minute: number };

/** `09:00` of so many minutes after midnight, past midnight as well. */
export function clockOf(minute: number): string {
  const ofDay = minute % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
}
