import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type ProbedStack, startProbedStack } from "./probed-stack";

let probed: ProbedStack;
beforeAll(async () => {
  probed = await startProbedStack();
});
afterAll(() => probed?.stop());
afterEach(() => vi.restoreAllMocks());

const password = "correct horse battery";

/** Signs somebody up through a link, as the first admin of an installation is. */
async function signUp(email: string) {
  const invitation = randomUUID();
  await probed.owner`select private.open_first_link(${invitation}, interval '1 day')`;
  const slug = `o-${invitation.slice(0, 8)}`;
  return probed.client().auth.signUp({
    email,
    password,
    options: {
      data: {
        invitation,
        first_organization: {
          slug,
          display_name: "Probe",
          time_zone: "America/Los_Angeles",
          coalition: { slug: `c-${slug}`, display_name: "Probes" },
        },
      },
    },
  });
}

async function signIn(email: string) {
  const { data, error } = await probed.client().auth.signInWithPassword({ email, password });
  if (error) throw error;
  return data.session;
}

test("what is sent with a sign-up is an object in the very row that is inserted", async () => {
  const { error } = await signUp("first@probe.example");
  expect(error).toBeNull();
  const [row] = await probed.owner`
    select jsonb_typeof(raw_user_meta_data) as meta, jsonb_typeof(raw_app_meta_data) as app
    from auth.users where email = 'first@probe.example'`;
  expect(row).toEqual({ meta: "object", app: "object" });
});

test("a person's requests carry the person and the session; a visitor's carry neither", async () => {
  await signUp("second@probe.example");
  const { access_token, user } = await signIn("second@probe.example");
  const { data } = await probed.client(access_token).rpc("probe_caller");
  expect(data).toMatchObject({ role: "authenticated", uid: user.id, live: true });
  const visitor = await probed.client().rpc("probe_caller");
  expect(visitor.data).toEqual({ role: "anon", uid: null, session: null, live: false });
});

test("signing out ends one session, or all of them", async () => {
  await signUp("third@probe.example");
  const [one, two, three] = [
    await signIn("third@probe.example"),
    await signIn("third@probe.example"),
    await signIn("third@probe.example"),
  ];
  const isLive = async (token: string) => (await probed.client(token).rpc("probe_caller")).data.live;
  await probed.client().auth.admin.signOut(one.access_token, "local");
  expect([await isLive(one.access_token), await isLive(two.access_token)]).toEqual([false, true]);
  await probed.client().auth.admin.signOut(two.access_token, "global");
  expect([await isLive(two.access_token), await isLive(three.access_token)]).toEqual([false, false]);
  const { error } = await probed.client().auth.refreshSession({ refresh_token: three.refresh_token });
  expect(error?.code).toBe("refresh_token_not_found");
});

test("arguments arrive as what they are", async () => {
  await signUp("fourth@probe.example");
  const { access_token } = await signIn("fourth@probe.example");
  const sent = {
    card: { title: { en: "Clinic", ko: "함께" }, list: [1, null, true] },
    ids: [randomUUID()],
    day: "2026-11-22",
    words: ["a,b", '"q"', "{함께}", "it's"],
  };
  const { data, error } = await probed.client(access_token).rpc("probe_echo", sent);
  expect(error).toBeNull();
  expect(data).toEqual({ ...sent, kind: "object" });
});

test("rows come as hosted Supabase writes them", async () => {
  await signUp("fifth@probe.example");
  const { access_token } = await signIn("fifth@probe.example");
  const facts = { a: ["함께", { b: null }] };
  const { data } = await probed.client(access_token).from("probes").insert({ facts }).select().single();
  expect(data).toMatchObject({ facts, noted_at: "2026-11-22T10:00:00.5+00:00", wall: "2026-11-01T01:30:00" });
});

test("a refusal keeps its status, its key and its details", async () => {
  const { error, status } = await probed.client().rpc("probe_refusal");
  expect(status).toBe(409);
  expect(error).toMatchObject({ code: "PT409", message: "shift_full", details: '{"field":"starts"}' });
});

test("who has no open link gets no account, by sign-up or by mailed code", async () => {
  const visitor = probed.client();
  const options = { data: { invitation: "guessed" } };
  expect((await visitor.auth.signUp({ email: "nobody@probe.example", password, options })).error).not.toBeNull();
  expect((await visitor.auth.signInWithOtp({ email: "nobody@probe.example" })).error).not.toBeNull();
  expect((await visitor.auth.signInAnonymously()).error).not.toBeNull();
  expect(await probed.owner`select from auth.users where email = 'nobody@probe.example'`).toEqual([]);
});

test("a code that opens an account is neither mailed nor printed", async () => {
  await signUp("sixth@probe.example");
  const printed: string[] = [];
  for (const method of ["log", "info", "warn", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words.join(" ")));
  }
  const { error } = await probed.client().auth.signInWithOtp({ email: "sixth@probe.example" });
  expect(error).not.toBeNull();
  expect(printed.join()).not.toMatch(/\d{6}|token=/);
});
