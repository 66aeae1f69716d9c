import postgres from "postgres";
import { expect, inject } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

const idOf = (person: Person) => (person as { id: string }).id;

const failed = async (db: TestDatabase, cast: Cast, organization: "north" | "far" = "north") =>
  (
    await db.given<{ id: string }>(
      `insert into public.messages (kind, organization_id, person_id, state, ended_at, attempts, problem)
       values ('digest', $1, $2, 'failed', now(), 12, 'unreachable') returning id`,
      [cast.organizations[organization], idOf(cast.editor)],
    )
  ).id;

const listed = async (db: TestDatabase, cast: Cast, by: "admin" | "editor" | "outsider") => {
  const [row] = await db.as<{ mail: Record<string, unknown>[] }>(
    cast[by],
    "select public.organization_mail($1) as mail",
    [cast.organizations.north],
  );
  return row?.mail;
};

test("an admin sees what failed, to whom and why, and nothing of what it said", async ({ db, cast }) => {
  const id = await failed(db, cast);
  const mail = await listed(db, cast, "admin");
  expect(mail?.find((message) => message.id === id)).toMatchObject({
    kind: "digest",
    state: "failed",
    attempts: 12,
    problem: "unreachable",
    recipient: "editor",
  });
  expect(Object.keys(mail?.[0] ?? {})).not.toContain("address");
});

test("an editor is told that admins see it, another organization's admin that there is nothing", async ({
  db,
  cast,
}) => {
  await expect(listed(db, cast, "editor")).rejects.toMatchObject({ code: "PT403" });
  await expect(listed(db, cast, "outsider")).rejects.toMatchObject({ code: "PT404" });
});

test("what failed is sent again at an admin's word, once, and in their own organization alone", async ({
  db,
  cast,
}) => {
  const [ours, theirs] = [await failed(db, cast), await failed(db, cast, "far")];
  const retry = (organization: "north" | "far", id: string) =>
    db.as(cast.admin, "select public.retry_message($1, $2)", [cast.organizations[organization], id]);
  await retry("north", ours);
  const { state, attempts } = await db.given("select state, attempts from public.messages where id = $1", [ours]);
  expect([state, attempts]).toEqual(["waiting", 0]);
  await expect(retry("north", ours)).rejects.toMatchObject({ message: "message_gone" });
  await expect(retry("north", theirs)).rejects.toMatchObject({ message: "message_gone" });
  await expect(retry("far", theirs)).rejects.toMatchObject({ code: "PT404" });
});

test("the mailbox is the demonstration's: elsewhere there is none, whoever asks", async ({ db, cast }) => {
  const id = await failed(db, cast);
  await db.given(
    "insert into private.mailbox (message_id, recipient, subject, body_text, body_html) values ($1, 'a@b.example', 'Hello', 'Text', '<p>Text</p>')",
    [id],
  );
  const look = async () => {
    const [row] = await db.as(
      "visitor",
      "select public.demonstration_mailbox() as box, public.demonstration_message($1) as one",
      [id],
    );
    return row;
  };
  expect(await look()).toEqual({ box: null, one: null });
  await db.given("insert into private.settings values ('mail', '\"smtp\"')");
  expect(await look()).toEqual({ box: null, one: null });
  await db.given("update private.settings set value = '\"mailbox\"' where name = 'mail'");
  expect(await look()).toMatchObject({ box: [{ id, subject: "Hello" }], one: { text: "Text" } });
});

test("nobody becomes a reader by naming one: only the owner's own connection reads for others", async ({
  db,
  cast,
}) => {
  const { url, loginPassword } = inject("postgres");
  const { database } = await db.given<{ database: string }>("select current_database() as database");
  const address = new URL(url);
  address.username = "authenticator";
  address.password = loginPassword;
  address.pathname = `/${database}`;
  const sql = postgres(address.href, { max: 1, onnotice: () => {} });
  try {
    const person = await sql.begin(async (tx) => {
      await tx`select set_config('role', 'authenticated', true), set_config('hamkke.reader', ${idOf(cast.admin)}, true)`;
      return (await tx`select private.my_person() as me, private.my_organizations('gatherings.read') as mine`)[0];
    });
    expect(person).toEqual({ me: null, mine: [] });
  } finally {
    await sql.end();
  }
  const [owner] = await db.catalog("select set_config('hamkke.reader', $1, true), private.my_person() as me", [
    idOf(cast.admin),
  ]);
  expect(owner?.me).toBe(idOf(cast.admin));
});
