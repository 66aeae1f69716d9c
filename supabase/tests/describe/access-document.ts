import type { Sql } from "postgres";
import { callers } from "../access/functions";
import { matrix } from "../access/matrix";
import type { Command, Outcome } from "../access/outcome";
import { descriptions, type PersonName, persons } from "../access/persons";

const commands: Command[] = ["select", "insert", "update", "delete"];

/** Who may do what, table by table: what the tests prove, with the grants and policies that make it so. */
export async function accessDocument(sql: Sql): Promise<string> {
  const tables = await listTables(sql);
  const sections = tables.map((table) => tableSection(table, matrix[table.name]?.outcomes));
  return [
    "# Who may do what",
    "",
    "Made by `npm run db:access` from the catalog and `supabase/tests/access/matrix.ts`, which the policy tests run as each of",
    "these persons. Do not edit.",
    "",
    ...persons.map((person) => `- **${title(person)}**: ${descriptions[person]}`),
    "",
    "North has one gathering for each audience (`owner`, `named` to south, `coalition`, `everyone`), one named `to east` alone",
    "and a `draft` named to south; far has `theirs`, for its own coalition. A cell lists the rows a command reaches; **none** is",
    "no error and no row;",
    "**–** is refused (42501), for want of a grant or, for insert, by a policy; any other word is the refusal's key.",
    "",
    ...sections,
    "## Permissions of roles",
    "",
    ...(await permissionRows(sql)),
    "",
    "## Functions of the API",
    "",
    "| Function | Visitors | Signed in | What it does |",
    "|---|---|---|---|",
    ...(await functionRows(sql)),
    "",
  ].join("\n");
}

type Table = {
  name: string;
  comment: string;
  grants: { role: string; command: string; columns: string[] }[] | null;
  policies: { name: string; command: string; roles: string[]; using: string | null; check: string | null }[] | null;
};

function tableSection(
  { name, comment, grants, policies }: Table,
  outcomes?: Record<Command, Record<PersonName, Outcome>>,
) {
  const rows = persons.map(
    (person) =>
      `| ${title(person)} | ${commands.map((command) => cell(outcomes?.[command][person] ?? "42501")).join(" | ")} |`,
  );
  return [
    `## ${name}`,
    "",
    comment,
    "",
    `| | ${commands.join(" | ")} |`,
    "|---|---|---|---|---|",
    ...rows,
    "",
    ...(grants ?? []).map(({ role, command, columns }) => `- ${role} may ${command}: ${columns.join(", ")}`),
    ...(policies ?? []).map(
      ({ name: policy, roles, using, check }) =>
        `- \`${policy}\` (${roles.join(", ")})${clause("sees", using)}${clause("lets in", check)}`,
    ),
    "",
  ].join("\n");
}

const clause = (word: string, expression: string | null) =>
  expression ? `; ${word} \`${expression.replace(/\s+/g, " ")}\`` : "";

function cell(outcome: Outcome): string {
  if (outcome === "42501") return "–";
  if (typeof outcome === "string") return outcome.replace(/^PT\d+ /, "");
  return outcome.length > 0 ? outcome.join(", ") : "none";
}

const title = (person: PersonName) => person.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const listTables = (sql: Sql) => sql<Table[]>`
  select concat(n.nspname, '.', c.relname) as name, obj_description(c.oid, 'pg_class') as comment,
    (select jsonb_agg(g order by g.role, g.command) from (
      select r.rolname as role, k.command,
        case when k.command = 'delete' then '["whole rows"]'::jsonb else jsonb_agg(a.attname order by a.attnum) end as columns
      from pg_catalog.pg_roles r
      cross join (values ('select'), ('insert'), ('update'), ('delete')) as k(command)
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where r.rolname in ('anon', 'authenticated')
        and case when k.command = 'delete' then has_table_privilege(r.oid, c.oid, 'delete')
          else has_column_privilege(r.oid, c.oid, a.attnum, k.command) end
      group by r.rolname, k.command
    ) g) as grants,
    (select jsonb_agg(jsonb_build_object(
      'name', p.polname,
      'command', p.polcmd,
      'roles', array(select r.rolname from pg_catalog.pg_roles r where r.oid = any (p.polroles) order by 1),
      'using', pg_get_expr(p.polqual, p.polrelid, true),
      'check', pg_get_expr(p.polwithcheck, p.polrelid, true)
    ) order by p.polname) from pg_catalog.pg_policy p where p.polrelid = c.oid) as policies
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private', 'core') and c.relkind in ('r', 'p', 'v')
  order by n.nspname = 'public' desc, n.nspname, c.relname`;

async function permissionRows(sql: Sql): Promise<string[]> {
  const rows = await sql<{ permission: string; roles: string[] }[]>`
    select permission, array_agg(role::text order by role) as roles from private.role_permissions group by permission order by 1`;
  return [
    "| Permission | Roles |",
    "|---|---|",
    ...rows.map(({ permission, roles }) => `| ${permission} | ${roles.join(", ")} |`),
  ];
}

async function functionRows(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string; comment: string }[]>`
    select regexp_replace(f.oid::regprocedure::text, '^public\\.', '') as name, obj_description(f.oid, 'pg_proc') as comment
    from pg_catalog.pg_proc f where f.pronamespace = 'public'::regnamespace order by 1`;
  return rows.map(({ name, comment }) => {
    const roles = callers[name] ?? [];
    const may = (role: "anon" | "authenticated") => (roles.includes(role) ? "yes" : "–");
    return `| \`${name}\` | ${may("anon")} | ${may("authenticated")} | ${comment} |`;
  });
}
