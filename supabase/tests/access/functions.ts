/** Who may call what of the API. A function without its line here fails the run. */
export const callers: Record<string, ("anon" | "authenticated")[]> = {
  "cancel_gathering(uuid,uuid,integer,text)": ["authenticated"],
  "coalition_calendar(text,date,date)": ["anon", "authenticated"],
  "demonstration_accounts()": ["anon", "authenticated"],
  "edit_gathering(uuid,uuid)": ["authenticated"],
  "fellow_organizations(uuid)": ["authenticated"],
  "first_link_is_open(text)": ["anon", "authenticated"],
  "front_page()": ["anon", "authenticated"],
  "installation()": ["anon", "authenticated"],
  "list_time_zones()": ["anon", "authenticated"],
  "me()": ["authenticated"],
  "organization_calendar(uuid,date,date)": ["authenticated"],
  "organization_home(uuid)": ["authenticated"],
  "read_gathering(uuid)": ["anon", "authenticated"],
  "restore_gathering(uuid,uuid,integer)": ["authenticated"],
  "revise_gathering(uuid,uuid,integer,jsonb,uuid[])": ["authenticated"],
  "schedule_gathering(uuid,uuid,jsonb,uuid[])": ["authenticated"],
};

/** Functions of schema private that look past row security and that callers' policies and functions may use. */
export const definers = [
  "demonstration_accounts()",
  "is_installed()",
  "is_open_first_link(text)",
  "me()",
  "my_coalitions()",
  "my_fellow_organizations()",
  "my_organizations(text)",
  "my_permissions()",
  "my_person()",
  "organizations_open_to_everyone()",
  "reached(uuid)",
  "writable_by(uuid)",
];
