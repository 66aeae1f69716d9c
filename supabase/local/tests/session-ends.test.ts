import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ProbedStack, startProbedStack } from "./probed-stack";

let probed: ProbedStack;
beforeAll(async () => {
  probed = await startProbedStack();
});
afterAll(() => probed?.stop());

test.each([
  ["renewed every month for 89 days goes on", "89 days", "29 days", true],
  ["that nobody used for 31 days is over", "40 days", "31 days", false],
  ["older than 90 days is over, however often it was used", "91 days", "1 minute", false],
])("a session %s", async (_what, begun, used, goesOn) => {
  const { data } = await signUp("correct horse battery");
  await probed.owner`
    update auth.sessions set created_at = now() - ${begun}::interval, refreshed_at = now() - ${used}::interval
    where user_id = ${data.user?.id ?? null}`;
  const renewed = await probed.client().auth.refreshSession({ refresh_token: data.session?.refresh_token ?? "" });
  expect(renewed.data.session !== null).toBe(goesOn);
});

test("a password of eleven characters makes no account, by whatever way it comes", async () => {
  const { data, error } = await signUp("elevenchars");
  expect([data.user, error?.code]).toEqual([null, "weak_password"]);
});

test("signing in is recorded by the sign-in service, with its time and its way", async () => {
  const { data } = await signUp("correct horse battery");
  const email = data.user?.email ?? "";
  await probed.client().auth.signInWithPassword({ email, password: "correct horse battery" });
  const records = await probed.owner`
    select payload ->> 'action' as action, payload -> 'traits' ->> 'provider' as way, created_at > now() - interval '1 minute' as now
    from auth.audit_log_entries where payload ->> 'actor_id' = ${data.user?.id ?? ""} order by created_at`;
  expect(records).toContainEqual({ action: "login", way: "email", now: true });
});

/** Somebody who comes by a first link. */
async function signUp(password: string) {
  const invitation = randomUUID();
  await probed.owner`select private.open_first_link(${invitation}, interval '1 day')`;
  const slug = `o-${invitation.slice(0, 8)}`;
  const coalition = { slug: `c-${slug}`, display_name: "Probes" };
  const first_organization = { slug, display_name: "Probe", time_zone: "America/Los_Angeles", coalition };
  const email = `${invitation}@probe.example`;
  return probed.client().auth.signUp({ email, password, options: { data: { invitation, first_organization } } });
}
