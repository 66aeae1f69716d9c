import type { Cast } from "./cast";
import { addOrganization } from "./cast";
import type { Person, TestDatabase } from "./database";
import { canSolveFor, type Equation, mustAllBeNothing, without } from "./equations";
import { addMetric } from "./pooled-totals";

export type Step =
  | { does: "enter"; who: number; month: number; amount: number }
  | { does: "join" | "leave"; who: number }
  | { does: "close" }
  | { does: "hand over"; who: number; month: number }
  | { does: "take back"; who: number }
  /** The lead says otherwise what is counted, how much is aimed at and until which month. */
  | { does: "edit"; last: number };

/** So many organizations, each with somebody who writes for it. The first leads; who comes last is outside. */
export const names = ["lead", "one", "two", "three", "four"] as const;
const MONTHS = 6;
/** A number, and how many months had closed when it came. */
type Entry = { amount: number; closed: number };

/**
 * A coalition that counts together, and beside it what an attentive person could write down: which numbers are in which total,
 * told by the rules alone and not by asking how the database adds.
 */
export class Pooling {
  readonly #db: TestDatabase;
  readonly #coalition: string;
  readonly #ids: string[] = [];
  readonly #people: Person[];
  #metric = "";
  /** What each has entered for each month, in all versions. */
  readonly #entries = names.map(() => Array.from({ length: MONTHS }, (): Entry[] => []));
  /** Which version of whose number went into a published total last. */
  readonly #told = new Map<string, number>();
  readonly #equations: Equation[] = [];
  readonly #seenByLead = new Map<string, number>();
  readonly #handed: { who: number; id: string }[] = [];
  #clock = 0;
  #closed = 0;
  #noted = 0;
  published = 0;
  refused = 0;
  edited = 0;

  private constructor(db: TestDatabase, cast: Cast) {
    this.#db = db;
    this.#coalition = cast.coalitions.plan;
    this.#people = [cast.admin, cast.editor, cast.member, cast.viewer, cast.neighbor];
  }

  /** The last month is counted from the first; edits may move it. */
  static async begin(db: TestDatabase, cast: Cast, last = 2 * MONTHS): Promise<Pooling> {
    const pooling = new Pooling(db, cast);
    await pooling.#settle(last);
    return pooling;
  }

  async #settle(last: number) {
    await this.#db.given("delete from public.pooled_metrics");
    await this.#db.given("delete from public.organizations where slug like 'pool-%'");
    for (const [at, name] of names.entries()) {
      const id = await addOrganization(this.#db, `pool-${name}`, this.#coalition);
      this.#ids.push(id);
      const person = this.#people[at] as { id: string };
      await this.#db.given("insert into public.memberships values ($1, $2, 'editor')", [id, person.id]);
    }
    const [owner = ""] = this.#ids;
    const metric = { name: "pooled", owner, coalition: this.#coalition, months: MONTHS + 1, last };
    this.#metric = await addMetric(this.#db, metric);
  }

  async take(step: Step): Promise<void> {
    this.#clock += 1;
    if (step.does === "enter") return this.#enter(step);
    if (step.does === "close") return this.#close();
    if (step.does === "hand over") return this.#handOver(step);
    if (step.does === "take back") return this.#takeBack(step.who);
    if (step.does === "edit") return this.#edit(step.last);
    await this.#db.given(
      step.does === "join"
        ? "insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core') on conflict do nothing"
        : "delete from public.standings where organization_id = $1 and coalition_id = $2",
      [this.#ids[step.who], this.#coalition],
    );
  }

  /** A number for a month, in the days before the next month closes. Months after the one that closes next are still to come. */
  async #enter({ who, month, amount }: Extract<Step, { does: "enter" }>) {
    const own = this.#entries[who]?.[month];
    if (!own || month > this.#closed || this.#closed >= MONTHS) return;
    const made = await this.#db
      .given(
        `insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount, entered_at)
         select $1, m.organization_id, m.id, m.first_month + make_interval(months => $3::integer), $4,
           m.first_month + make_interval(months => $5::integer, days => 3, secs => $6::integer)
         from public.pooled_metrics m where m.id = $2 returning version`,
        [this.#ids[who], this.#metric, month, amount, this.#closed, this.#clock],
      )
      .catch(onlyRefusals);
    if (made) own.push({ amount, closed: this.#closed });
  }

  async #edit(last: number) {
    const [done] = await this.#db
      .as<{ done: object }>(
        this.#people[0] as Person,
        `select public.revise_pooled_metric(
           m.id, m.organization_id, (public.edit_pooled_metric(m.id, m.organization_id) ->> 'version')::integer,
           jsonb_build_object(
             'name', m.name || '{"ko": "합산"}', 'unit', '{"en": "forms"}'::jsonb, 'goal', $2::integer + 1,
             'last_month', (m.first_month + make_interval(months => $2::integer))::date
           )
         ) as done
         from public.pooled_metrics m where m.id = $1`,
        [this.#metric, last],
      )
      .catch(async (error) => [await onlyRefusals(error)]);
    if (done) this.edited += 1;
  }

  async #close() {
    if (this.#closed >= MONTHS) return;
    const month = this.#closed;
    await this.#db.given(
      `select private.close_months(m.first_month + make_interval(months => $2::integer, days => 2))
       from public.pooled_metrics m where m.id = $1`,
      [this.#metric, month + 1],
    );
    this.#closed += 1;
    // Months that an edit has added are closed together, each as of its own day.
    const due = await this.#db.catalog<{ count: string }>(
      "select count(*)::text from public.pooled_snapshots s where s.metric_id = $1",
      [this.#metric],
    );
    for (; this.#noted < Number(due[0]?.count); this.#noted += 1) await this.#note(this.#noted);
  }

  /** What everybody of the coalition reads of a month that closed, as an equation in all that could be in it. */
  async #note(month: number) {
    const [row] = await this.#db.catalog<{ total: string | null }>(
      `select s.total::text from public.pooled_snapshots s join public.pooled_metrics m on m.id = s.metric_id
       where s.metric_id = $1 and s.month = m.first_month + make_interval(months => $2::integer)`,
      [this.#metric, month],
    );
    if (row?.total == null) return;
    this.published += 1;
    const parts = new Map<string, number>();
    for (const who of names.keys()) {
      for (let of = 0; of <= month; of += 1) {
        const latest = (this.#entries[who]?.[of]?.filter(({ closed }) => closed <= month).length ?? 0) - 1;
        const before = this.#told.get(`${who} ${of}`) ?? -1;
        if (latest === before) continue;
        parts.set(`${who} ${of} ${latest}`, 1);
        if (before >= 0) parts.set(`${who} ${of} ${before}`, -1);
        this.#told.set(`${who} ${of}`, latest);
      }
    }
    const equation = { parts, sum: Number(row.total) };
    const value = [...parts].reduce((sum, [unknown, times]) => sum + times * this.#valueOf(unknown), 0);
    if (value !== equation.sum)
      throw new Error(`The total of month ${month} is ${equation.sum}, and the rules say ${value}.`);
    this.#equations.push(equation);
  }

  #valueOf(unknown: string): number {
    const [who = 0, month = 0, version = 0] = unknown.split(" ").map(Number);
    return this.#entries[who]?.[month]?.[version]?.amount ?? Number.NaN;
  }

  async #handOver({ who, month }: Extract<Step, { does: "hand over" }>) {
    const version = this.#told.get(`${who} ${month}`);
    const [made] = await this.#db
      .as<{ made: { id: string } }>(
        this.#people[who] as Person,
        `select public.hand_over_number($1, $2, (
           select m.first_month + make_interval(months => $3::integer) from public.pooled_metrics m where m.id = $1
         )::date, 'report') as made`,
        [this.#metric, this.#ids[who], month],
      )
      .catch(async (error) => [await onlyRefusals(error)]);
    if (!made) {
      this.refused += 1;
      return;
    }
    this.#handed.push({ who, id: made.made.id });
    const [seen] = await this.#db.as<{ amount: string }>(
      this.#people[0] as Person,
      "select h.amount from public.pooled_handovers h where h.id = $1",
      [made.made.id],
    );
    const unknown = `${who} ${month} ${version}`;
    if (Number(seen?.amount) !== this.#valueOf(unknown)) throw new Error(`The lead reads ${seen?.amount}.`);
    this.#seenByLead.set(unknown, this.#valueOf(unknown));
  }

  async #takeBack(who: number) {
    const at = this.#handed.findIndex((one) => one.who === who);
    const [one] = at < 0 ? [] : this.#handed.splice(at, 1);
    if (!one) return;
    await this.#db.as(this.#people[who] as Person, "select public.take_back_number($1, $2)", [one.id, this.#ids[who]]);
  }

  /** Who could find out something of one other organization, of all who may look: each of the coalition, and someone outside. */
  leaks(): string[] {
    const own = (who: number) => [...this.#unknowns()].filter((unknown) => Number(unknown.split(" ")[0]) === who);
    const viewers = [...names.keys()].map((who) => ({
      name: names[who] as string,
      known: new Map([
        ...own(who).map((unknown) => [unknown, this.#valueOf(unknown)] as const),
        ...(who === 0 ? this.#seenByLead : []),
      ]),
    }));
    return [...viewers, { name: "somebody who counts nothing", known: new Map<string, number>() }].flatMap(
      ({ name, known }) => {
        const left = without(known, this.#equations);
        const solved = names.filter((_, who) =>
          canSolveFor(String(who), (unknown) => unknown.split(" ")[0] ?? "", left),
        );
        const nothing = left.some(mustAllBeNothing) ? ["that nobody else counted anything"] : [];
        return [...solved, ...nothing].map((found) => `${name} knows ${found}`);
      },
    );
  }

  #unknowns(): Set<string> {
    return new Set(this.#equations.flatMap(({ parts }) => [...parts.keys()]));
  }
}

/** What somebody is told in a sentence is an answer; anything else is a mistake of ours. */
function onlyRefusals(error: { code?: string }): undefined {
  if (!error.code?.startsWith("PT")) throw error;
}
