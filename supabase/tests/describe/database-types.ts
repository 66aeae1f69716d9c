import type { Sql } from "postgres";

/**
 * The types of the API, from the catalog: rows as a signed-in person may select them, inserts and updates with the
 * columns that are granted and no others.
 */
export async function databaseTypes(sql: Sql): Promise<string> {
  const columns = await listColumns(sql);
  const keys = await listForeignKeys(sql);
  const routines = await listRoutines(sql);
  const enums = await listEnums(sql);
  const scriptType = scriptTypes(enums.map(({ name }) => name));
  const tables = [...new Set(columns.map((column) => column.table))].map((table) =>
    tableType(
      table,
      columns.filter((column) => column.table === table),
      keys.filter((key) => key.table === table),
      scriptType,
    ),
  );
  return [
    "// Made by `npm run db:types` from the database. Do not edit.",
    "export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];",
    "",
    "export type Database = {",
    '  __InternalSupabase: { PostgrestVersion: "13" };',
    "  public: {",
    `    Tables: ${object(tables, 4)};`,
    "    Views: { [_ in never]: never };",
    `    Functions: ${object(
      routines.map((routine) => routineType(routine, scriptType)),
      4,
    )};`,
    `    Enums: ${object(
      enums.map(({ name, labels }) => [name, labels.map((label) => JSON.stringify(label)).join(" | ")]),
      4,
    )};`,
    "    CompositeTypes: { [_ in never]: never };",
    "  };",
    "};",
    "",
  ].join("\n");
}

type Column = {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  optional: boolean;
  selectable: boolean;
  insertable: boolean;
  updatable: boolean;
};
type ForeignKey = {
  name: string;
  table: string;
  columns: string[];
  target: string;
  target_columns: string[];
  unique: boolean;
};
type Routine = {
  name: string;
  names: string[];
  types: string[];
  defaults: number;
  returns: string;
  returns_set: boolean;
};

type ScriptType = (type: string) => string;

function tableType(table: string, columns: Column[], keys: ForeignKey[], scriptType: ScriptType): [string, string] {
  const shape = (chosen: Column[], optional: (column: Column) => boolean) =>
    object(
      chosen.map((column) => [
        `${column.name}${optional(column) ? "?" : ""}`,
        `${scriptType(column.type)}${column.nullable ? " | null" : ""}`,
      ]),
      8,
    );
  const relationships = keys.map(
    (key) =>
      `{ foreignKeyName: ${JSON.stringify(key.name)}; columns: ${JSON.stringify(key.columns)}; isOneToOne: ${key.unique}; ` +
      `referencedRelation: ${JSON.stringify(key.target)}; referencedColumns: ${JSON.stringify(key.target_columns)} }`,
  );
  return [
    table,
    object(
      [
        [
          "Row",
          shape(
            columns.filter((column) => column.selectable),
            () => false,
          ),
        ],
        [
          "Insert",
          shape(
            columns.filter((column) => column.insertable),
            (column) => column.nullable || column.optional,
          ),
        ],
        [
          "Update",
          shape(
            columns.filter((column) => column.updatable),
            () => true,
          ),
        ],
        ["Relationships", `[${relationships.join(", ")}]`],
      ],
      6,
    ),
  ];
}

function routineType(routine: Routine, scriptType: ScriptType): [string, string] {
  const required = routine.names.length - routine.defaults;
  const args = routine.names.map((name, index): [string, string] => [
    `${name}${index >= required ? "?" : ""}`,
    scriptType(routine.types[index] ?? "text"),
  ]);
  const returns = `${scriptType(routine.returns)}${routine.returns_set ? "[]" : ""}`;
  return [routine.name, `{ Args: ${args.length > 0 ? object(args, 6) : "never"}; Returns: ${returns} }`];
}

function object(entries: [string, string][], indent: number): string {
  if (entries.length === 0) {
    return "{ [_ in never]: never }";
  }
  const pad = " ".repeat(indent);
  return `{\n${entries.map(([name, type]) => `${pad}  ${name}: ${type};`).join("\n")}\n${pad}}`;
}

function scriptTypes(enums: string[]): ScriptType {
  return function scriptType(type: string): string {
    const name = type.replace(/^public\./, "");
    if (name.endsWith("[]")) {
      return `${scriptType(name.slice(0, -2))}[]`;
    }
    if (enums.includes(name)) {
      return `Database["public"]["Enums"][${JSON.stringify(name)}]`;
    }
    if (/^(smallint|integer|bigint|real|double precision|numeric)/.test(name)) {
      return "number";
    }
    return name === "boolean" ? "boolean" : name === "jsonb" ? "Json" : "string";
  };
}

const listColumns = (sql: Sql) => sql<Column[]>`
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.atthasdef as optional,
    has_column_privilege('authenticated', c.oid, a.attnum, 'select') as selectable,
    has_column_privilege('authenticated', c.oid, a.attnum, 'insert') as insertable,
    has_column_privilege('authenticated', c.oid, a.attnum, 'update') as updatable
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname, a.attnum`;

const listForeignKeys = (sql: Sql) => sql<ForeignKey[]>`
  select k.conname as name, t.relname as "table", r.relname as target,
    array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o)
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.o) as columns,
    array(select a.attname::text from unnest(k.confkey) with ordinality u(n, o)
      join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.o) as target_columns,
    exists (select from pg_catalog.pg_index i where i.indrelid = k.conrelid and i.indisunique
      and i.indkey::smallint[] operator(pg_catalog.<@) k.conkey) as "unique"
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class t on t.oid = k.conrelid
  join pg_catalog.pg_class r on r.oid = k.confrelid
  where k.contype = 'f' and t.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
  order by t.relname, k.conname`;

const listRoutines = (sql: Sql) => sql<Routine[]>`
  select f.proname as name, coalesce(f.proargnames, '{}') as names, f.pronargdefaults as defaults,
    array(select format_type(u.t, null) from unnest(f.proargtypes::oid[]) with ordinality u(t, o) order by u.o) as types,
    format_type(f.prorettype, null) as returns, f.proretset as returns_set
  from pg_catalog.pg_proc f
  where f.pronamespace = 'public'::regnamespace
    and not exists (select from pg_catalog.pg_depend d where d.objid = f.oid and d.deptype = 'e')
  order by f.proname`;

const listEnums = (sql: Sql) => sql<{ name: string; labels: string[] }[]>`
  select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
  from pg_catalog.pg_type t join pg_catalog.pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace
  group by t.typname order by t.typname`;
