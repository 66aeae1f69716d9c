import { costs } from "../vocabulary";

/** What somebody looks for, as it stands in the address. */
export type Question = {
  typed: string;
  need: string;
  spoken: string;
  area: string;
  cost: "" | "free" | "sliding";
  open: boolean;
  verified: boolean;
  page: number;
};

const FEW = 15;

export function readQuestion(search: URLSearchParams): Question {
  const cost = costs.find((one) => one === search.get("cost"));
  const page = Number(search.get("page"));
  return {
    typed: (search.get("q") ?? "").slice(0, 120),
    need: (search.get("need") ?? "").slice(0, 80),
    spoken: (search.get("spoken") ?? "").slice(0, 20),
    area: (search.get("area") ?? "").slice(0, 80),
    cost: cost === "free" || cost === "sliding" ? cost : "",
    open: search.has("open"),
    verified: search.has("verified"),
    page: Number.isInteger(page) && page > 1 && page <= FEW ? page : 1,
  };
}

/** The address that asks it, with nothing in it that was not chosen. */
export function addressOf(question: Partial<Question>): string {
  const { typed, need, spoken, area, cost, open, verified, page = 1 } = question;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: typed, need, spoken, area, cost }))
    if (value) search.set(name, value);
  if (open) search.set("open", "1");
  if (verified) search.set("verified", "1");
  if (page > 1) search.set("page", String(page));
  return search.size > 0 ? `/resources?${search}` : "/resources";
}

/** Whether anything is chosen besides what is typed. */
export function anyFilter({ need, spoken, area, cost, open, verified }: Question): boolean {
  return need !== "" || spoken !== "" || area !== "" || cost !== "" || open || verified;
}
