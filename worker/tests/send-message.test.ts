import { describe, expect } from "vitest";
import { addGathering, addOrganization } from "../../supabase/tests/support/cast";
import { test, tokenIn } from "./support/post";

describe("a link that is mailed works", () => {
  test("to sign in, and to a new password, for whoever has the address and nobody else", async ({ post, copy }) => {
    const [account] = await copy`select email from auth.users where id = ${post.account("member")}`;
    for (const [kind, path, link] of [
      ["sign_in_link", "/sign-in/link", "sign_in"],
      ["password_reset", "/password", "reset"],
    ] as const) {
      const id = await post.queue({ kind, address: account?.email });
      expect(await post.send(id)).toBe("sent");
      const mail = await post.mail(id);
      expect(mail?.recipient).toBe(account?.email);
      const [read] = await copy`select public.read_mailed_link(${tokenIn(mail, path)}) ->> 'kind' as kind`;
      expect(read?.kind).toBe(link);
      expect(await post.message(id)).toMatchObject({ state: "sent", address: null });

      const unknown = await post.queue({ kind, address: "nobody@cast.example" });
      expect(await post.send(unknown)).toBe("left_out");
      expect(await post.mail(unknown)).toBeUndefined();
    }
    const [kept] =
      await copy`select count(*)::int as rows from public.messages where address is not null and state <> 'waiting'`;
    expect(kept?.rows).toBe(0);
  });

  test("into an organization, for the invited address, and not once the invitation is withdrawn", async ({
    post,
    cast,
    copy,
  }) => {
    const { north } = cast.organizations;
    const [invitation] = await copy`select id, email from public.invitations where organization_id = ${north}`;
    const queued = { kind: "invitation", organization_id: north, about: invitation?.id, address: invitation?.email };
    const first = await post.queue(queued);
    expect(await post.send(first)).toBe("sent");
    const mail = await post.mail(first);
    expect(mail?.recipient).toBe("guest@cast.example");
    const token = tokenIn(mail, "/invitations");
    const opens = async () => (await copy`select (private.open_invitation(${token})).id as id`)[0]?.id;
    expect(await opens()).toBe(invitation?.id);

    const late = await post.queue(queued);
    await copy`update public.invitations set withdrawn_at = now() where id = ${invitation?.id}`;
    expect(await post.send(late)).toBe("left_out");
    expect(await opens()).toBeNull();
    await copy`update public.invitations set withdrawn_at = null where id = ${invitation?.id}`;
  });

  test("to another address, from both ends, which are then told", async ({ post, copy }) => {
    const person = post.account("both");
    const [old] = await copy`select email from auth.users where id = ${person}`;
    const [change] = await copy`
      insert into private.address_changes (person_id, new_email) values (${person}, 'both@new.example') returning id`;
    const queued = { person_id: person, about: change?.id };
    const ends = [
      await post.queue({ kind: "address_current", ...queued }),
      await post.queue({ kind: "address_new", ...queued }),
    ];
    for (const id of ends) expect(await post.send(id)).toBe("sent");
    const mails = await Promise.all(ends.map(post.mail));
    expect(mails.map((mail) => mail?.recipient)).toEqual([old?.email, "both@new.example"]);
    for (const mail of mails) await copy`select public.confirm_address(${tokenIn(mail, "/address")})`;

    const [told] = await copy`select id from public.messages where kind = 'address_changed' and person_id = ${person}`;
    expect(await post.send(told?.id)).toBe("sent");
    expect((await post.mail(told?.id))?.recipient).toBe(old?.email);
    const changed = await post.queue({ kind: "password_changed", person_id: person });
    expect(await post.send(changed)).toBe("sent");
    expect((await post.mail(changed))?.recipient).toBe("both@new.example");
  });
});

test("a copy that is sent again after a crash carries the same link", async ({ post, copy }) => {
  const id = await post.queue({ kind: "password_reset", person_id: post.account("editor") });
  const texts: string[] = [];
  const carrier = {
    name: "smtp" as const,
    close: () => {},
    deliver: async ({ text }: { text: string }) => {
      texts.push(text);
      if (texts.length === 1) throw new Error("The worker ends here.");
    },
  };
  await expect(post.send(id, { carrier })).rejects.toThrow("broken");
  expect(await post.send(id, { carrier })).toBe("sent");
  expect(texts).toHaveLength(2);
  expect(texts[0]).toBe(texts[1]);
  const [link] = await copy`
    select public.read_mailed_link(${tokenIn({ body_text: texts[0] } as never, "/password")}) ->> 'kind' as kind`;
  expect(link?.kind).toBe("reset");
});

test("a message is sent once, however often it is asked for, and by however many at once", async ({ post, copy }) => {
  const id = await post.queue({ kind: "password_changed", person_id: post.account("admin") });
  const outcomes = await Promise.all([post.send(id), post.send(id), post.send(id)]);
  expect(outcomes.sort()).toEqual(["ended_before", "ended_before", "sent"]);
  expect(await copy`select from private.mailbox where message_id = ${id}`).toHaveLength(1);
});

test("each reads it in their own language", async ({ post, copy }) => {
  await copy`update public.people set language = 'ko' where id = ${post.account("viewer")}`;
  const id = await post.queue({ kind: "password_changed", person_id: post.account("viewer") });
  await post.send(id);
  expect((await post.mail(id))?.subject).toBe("비밀번호가 바뀌었어요");
  await copy`update public.people set language = 'en' where id = ${post.account("viewer")}`;
});

describe("a digest", () => {
  test("lists what its reader may see at this moment, and no exact place", async ({ post, cast, copy }) => {
    const { south } = cast.organizations;
    const digest = { kind: "digest", organization_id: south, person_id: post.account("neighbor") };
    const shared = await post.queue(digest);
    expect(await post.send(shared)).toBe("sent");
    const before = await post.mail(shared);
    expect(before?.subject).toBe("Your week with south");
    const listed = (mail: typeof before) =>
      ["owner", "named", "coalition", "everyone", "draft", "to east", "theirs"].filter((title) =>
        mail?.body_text.includes(`\n${title}\n`),
      );
    expect(listed(before)).toEqual(["named", "coalition", "everyone"]);
    expect(before?.body_text).not.toContain("Somewhere 1");
    expect(before?.body_text).not.toContain("Bring the key");

    const unshared = await post.queue(digest);
    await copy`delete from public.shares where recipient_id = ${south} and layer = 'detail'`;
    await copy`delete from public.shares where recipient_id = ${south}`;
    await copy`delete from public.hostings where host_id = ${south}`;
    await copy`update public.gathering_details d set audience = 'owner', coalition_id = null from public.gatherings g
      where g.id = d.gathering_id and g.title ->> 'en' = 'coalition'`;
    await copy`update public.gatherings set audience = 'owner', coalition_id = null where title ->> 'en' = 'coalition'`;
    expect(await post.send(unshared)).toBe("sent");
    expect(listed(await post.mail(unshared))).toEqual(["everyone"]);
  });

  test("is left out for somebody who was removed, has ended it, or has nothing to read", async ({ post, cast }) => {
    const { north } = cast.organizations;
    const removed = await post.queue({ kind: "digest", organization_id: north, person_id: post.account("removed") });
    expect(await post.send(removed)).toBe("left_out");

    const lonely = await post.scene(async (db) => {
      const coalition = await db.given(
        "insert into public.coalitions (slug, display_name) values ('quiet', 'Quiet') returning id",
      );
      const organization = await addOrganization(db, "lonely", coalition.id as string);
      await db.given("insert into public.memberships values ($1, $2, 'admin')", [
        organization,
        post.account("stranger"),
      ]);
      return organization;
    });
    const nothing = await post.queue({ kind: "digest", organization_id: lonely, person_id: post.account("stranger") });
    expect(await post.send(nothing)).toBe("left_out");
    expect(await post.mail(nothing)).toBeUndefined();
  });

  test("ends with one press on the link in its header, without signing in", async ({ post, cast, copy }) => {
    const { north } = cast.organizations;
    const digest = { kind: "digest", organization_id: north, person_id: post.account("viewer") };
    const [first, second] = [await post.queue(digest), await post.queue(digest)];
    expect(await post.send(first)).toBe("sent");
    const mail = await post.mail(first);
    const token = tokenIn(mail, "/unsubscribe");
    // Who is invited is for admins to know.
    expect(mail?.body_text).not.toContain("still open");
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": `<https://hamkke.example/unsubscribe/${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    await post.scene((db) => db.as("visitor", "select public.end_mail($1)", [token]));
    expect(await post.send(second)).toBe("left_out");
    await copy`update public.notification_choices set wanted = true where person_id = ${post.account("viewer")}`;
  });

  test("waits while it is night for its reader, and comes when the night is over", async ({ post, cast, copy }) => {
    const reader = post.account("member");
    await copy`update public.people set quiet_from = (now() at time zone time_zone)::time - interval '1 hour',
      quiet_until = (now() at time zone time_zone)::time + interval '1 hour' where id = ${reader}`;
    const id = await post.queue({ kind: "digest", organization_id: cast.organizations.north, person_id: reader });
    expect(await post.send(id)).toBe("postponed");
    const waiting = await post.message(id);
    expect(waiting).toMatchObject({ state: "waiting", attempts: 0, problem: null });
    const inMinutes = (waiting?.due_at.getTime() - Date.now()) / 60_000;
    expect(inMinutes).toBeGreaterThan(58);
    expect(inMinutes).toBeLessThan(61);

    const essential = await post.queue({ kind: "password_changed", person_id: reader });
    expect(await post.send(essential)).toBe("sent");
    await copy`update public.people set quiet_from = '00:00', quiet_until = '00:00' where id = ${reader}`;
    expect(await post.send(id)).toBe("sent");
  });
});

describe("a reminder", () => {
  test("is of a gathering that its reader may see, and that takes place", async ({ post, cast, copy }) => {
    const { north } = cast.organizations;
    const gathering = await post.scene((db) =>
      addGathering(db, { title: "clinic", organization: north, coalition: null, audience: "owner" }),
    );
    const reminder = { kind: "reminder", organization_id: north, person_id: post.account("editor"), about: gathering };
    const [sent, removed, cancelled] = [
      await post.queue(reminder),
      await post.queue({ ...reminder, person_id: post.account("removed") }),
      await post.queue(reminder),
    ];
    expect(await post.send(sent)).toBe("sent");
    const mail = await post.mail(sent);
    expect(mail?.subject).toBe("A gathering soon");
    expect(mail?.body_text).toContain(`https://hamkke.example/gatherings/${gathering}`);
    expect(tokenIn(mail, "/unsubscribe")).toHaveLength(64);

    expect(await post.send(removed)).toBe("left_out");
    await copy`update public.gatherings set state = 'cancelled', cancellation_reason = 'Rain' where id = ${gathering}`;
    expect(await post.send(cancelled)).toBe("left_out");
  });

  test("says nothing of a gathering that is not open to its reader", async ({ post, cast, copy }) => {
    const { north, south } = cast.organizations;
    const [hidden] =
      await copy`select id from public.gatherings where organization_id = ${north} and title ->> 'en' = 'owner'`;
    const reminder = {
      kind: "reminder",
      organization_id: south,
      person_id: post.account("neighbor"),
      about: hidden?.id,
    };
    const id = await post.queue(reminder);
    expect(await post.send(id)).toBe("left_out");
    expect(await post.mail(id)).toBeUndefined();
  });
});
