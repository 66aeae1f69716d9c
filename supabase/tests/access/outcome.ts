import { type PersonName, persons } from "./persons";

/** Refused by a missing grant, nothing that could be written (a view of two tables), refused by name, or the labels of the rows that the command reached. None means: no error and no row. */
export type Outcome = "42501" | "no table" | `PT${number} ${string}` | string[];
export type Command = "select" | "insert" | "update" | "delete";
export type TableAccess = {
  /** Tells a row from the others by columns that its readers may select. */
  key: string;
  /** What the row is called below. Evaluated by the owner. */
  label: string;
  /** What is tried where the API has a grant; elsewhere any statement is refused alike. */
  attempts?: Partial<Record<Exclude<Command, "select">, string>>;
  outcomes: Record<Command, Record<PersonName, Outcome>>;
};

/** For everybody the same, but for those who are named. */
export function each(usual: Outcome, special: Partial<Record<PersonName, Outcome>> = {}): Record<PersonName, Outcome> {
  return Object.fromEntries(persons.map((person) => [person, special[person] ?? usual])) as Record<PersonName, Outcome>;
}

export const refused = each("42501");

/** What is below a gathering goes by its title. */
export const titleOfGathering = "(select title ->> 'en' from public.gatherings g where g.id = gathering_id)";

/** The gatherings of north in the cast. */
export const ofNorth = ["coalition", "draft", "everyone", "named", "owner", "to east"];

/** Whose cards each person sees. */
export const gatheringSight = each(["everyone"], {
  viewer: ofNorth,
  member: ofNorth,
  editor: ofNorth,
  admin: ofNorth,
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["everyone", "theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
