import { randomUUID } from "node:crypto";
import postgres, { type ParameterOrJSON, type ReservedSql } from "postgres";
import { test as base } from "vitest";
import { copyTemplate, dropCopy } from "./copy";

/** Somebody who asks: a visitor, or an account with the session that its token names. */
export type Person = "visitor" | { id: string; session: string };

type Row = Record<string, unknown>;
type Value = ParameterOrJSON<never>;

/** A test with a database in which it may become anyone. Nothing it does outlives it. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads what a fixture needs from this pattern.
  .extend("copy", { scope: "worker" }, async ({}, { onCleanup }) => {
    const name = `hamkke_test_${randomUUID().replaceAll("-", "")}`;
    const sql = postgres(await copyTemplate(name), { max: 4, onnotice: () => {} });
    onCleanup(async () => {
      await sql.end();
      await dropCopy(name);
    });
    return sql;
  })
  .extend("db", async ({ copy }, { onCleanup }) => {
    const connection = await copy.reserve();
    await connection.unsafe("begin");
    onCleanup(async () => {
      await connection.unsafe("rollback");
      connection.release();
    });
    return new TestDatabase(connection);
  });

/** One transaction of the owner's, from which a test steps into other people's shoes. */
export class TestDatabase {
  readonly #connection: ReservedSql;

  constructor(connection: ReservedSql) {
    this.#connection = connection;
  }

  /** Runs one statement as the API would for this person. What fails is undone and thrown. */
  async as<T extends Row = Row>(person: Person, sql: string, values: unknown[] = []): Promise<T[]> {
    return this.#apart(async () => {
      await this.#become(person);
      return this.#run<T>(sql, values);
    });
  }

  /** Sets the scene as the owner, past every policy, and returns the first row. */
  async given<T extends Row = Row>(sql: string, values: unknown[] = []): Promise<T> {
    const [first] = await this.#apart(() => this.#run<T>(sql, values));
    return first as T;
  }

  /** Reads the system catalogs, or anything else, as the owner. */
  async catalog<T extends Row = Row>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.#apart(() => this.#run<T>(sql, values));
  }

  /** Gives an account a session that is alive and returns the person who holds its token. */
  async signIn(accountId: string): Promise<Exclude<Person, "visitor">> {
    const session = randomUUID();
    await this.given("insert into auth.sessions (id, user_id) values ($1, $2)", [session, accountId]);
    return { id: accountId, session };
  }

  /** Ends a session as signing out does; the person's token stays what it was. */
  async signOut(person: Exclude<Person, "visitor">): Promise<void> {
    await this.given("delete from auth.sessions where id = $1", [person.session]);
  }

  async #run<T extends Row>(sql: string, values: unknown[]): Promise<T[]> {
    return [...(await this.#connection.unsafe<T[]>(sql, values as Value[]))] as T[];
  }

  /** Role and claims as Lite sets them for a request. */
  async #become(person: Person): Promise<void> {
    const role = person === "visitor" ? "anon" : "authenticated";
    const claims =
      person === "visitor"
        ? { role }
        : { sub: person.id, role, aud: role, session_id: person.session, iat: 0, exp: 4102444800 };
    await this.#connection`select
      set_config('request.jwt.claim.sub', ${person === "visitor" ? "" : person.id}, true),
      set_config('request.jwt.claim.role', ${role}, true),
      set_config('request.jwt.claims', ${JSON.stringify(claims)}, true),
      set_config('role', ${role}, true)`;
  }

  /** A failure leaves the transaction as it was before; so does the role. */
  async #apart<T>(work: () => Promise<T>): Promise<T> {
    await this.#connection.unsafe("savepoint apart");
    try {
      const result = await work();
      await this.#connection.unsafe("reset role; release savepoint apart");
      return result;
    } catch (error) {
      await this.#connection.unsafe("rollback to savepoint apart; release savepoint apart");
      throw error;
    } finally {
      await this.#connection.unsafe(
        "reset role; select set_config('request.jwt.claims', '', true), set_config('request.jwt.claim.sub', '', true)",
      );
    }
  }
}
