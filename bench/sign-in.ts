import { randomBytes } from "node:crypto";
import { liftLimits } from "../tests/support/limits";
import { password, visitor } from "../tests/support/member";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";
import { type Load, loadBy, loadOf } from "./load";

/** What 32 people do at once at the door, and how long they wait. */
export type SignInFigure = { what: string } & Load;

const CONNECTIONS = 32;
const editor = "editor@krcla.example";

/** The sign-in page, signing in with the password's hash, and by a mailed link without it. */
export async function measureSignIn(local: Local, seconds: number): Promise<SignInFigure[]> {
  await liftLimits(local);
  const options = { connections: CONNECTIONS, seconds };
  const page = await loadOf(new URL("/sign-in", local.app_url).href, options);
  const byPassword = await loadBy(() => press(local, "/sign-in", { email: editor, password }), options);
  const links = await makeLinks(local, 4_000);
  const byLink = await loadBy(() => press(local, `/sign-in/link/${links.pop()}`, {}), {
    ...options,
    most: links.length - CONNECTIONS,
  });
  return [
    { what: "the page", ...page },
    { what: "by password, which is hashed", ...byPassword },
    { what: "by mailed link, no hash", ...byLink },
  ];
}

async function press(local: Local, path: string, fields: Record<string, string>): Promise<number> {
  const answer = await visitor(local).post(path, fields);
  if (answer.status !== 302) throw new Error(`${path.slice(0, 14)} answered ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** Links of twice as many accounts as press at once: a newer link's pass takes the place of an older one's. */
async function makeLinks(local: Local, many: number): Promise<string[]> {
  const owner = ownerOf(local);
  const tokens = Array.from({ length: many }, () => randomBytes(32).toString("hex"));
  for (let account = 0; account < 2 * CONNECTIONS; account++) {
    const invitation = randomBytes(32).toString("hex");
    await owner`
      select private.open_first_link(${invitation}, '1 hour', o.id, 'viewer') from public.organizations o where o.slug = 'krcla'`;
    await owner`
      insert into auth.users (id, email, raw_user_meta_data)
      values (gen_random_uuid(), ${`door-${account}@bench.example`}, ${owner.json({ invitation })})`;
  }
  // The first mailed link of an account that came otherwise would close the others.
  await owner`update public.people set address_proven_at = now() where address_proven_at is null`;
  await owner`
    select private.make_mailed_link(t.token, 'sign_in', u.id, '1 hour')
    from unnest(${tokens}::text[]) with ordinality as t(token, at)
    join auth.users u on u.email = concat('door-', t.at % ${2 * CONNECTIONS}, '@bench.example')`;
  await owner.end();
  return tokens;
}
