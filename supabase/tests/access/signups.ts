import { hidden } from "./mail";
import { each, refused, type TableAccess } from "./outcome";

const onNorth = each([], {
  visitor: "42501",
  viewer: ["coalition"],
  member: ["coalition"],
  editor: ["coalition"],
  admin: ["coalition"],
  both: ["coalition"],
});

/** Who may know of sign-ups: terms are the owner's; of a person only the organization they came to, and a host they told. */
export const signups: Record<string, TableAccess> = {
  "private.return_codes": hidden(),
  "public.signup_lists": {
    key: "concat(organization_id, gathering_id)",
    label: "(select title ->> 'en' from public.gatherings g where g.id = gathering_id)",
    attempts: {
      insert: "insert into public.signup_lists (organization_id, gathering_id) values ('{north}', '{ours}')",
      update: "update public.signup_lists set keep_days = 7",
    },
    outcomes: {
      select: onNorth,
      insert: each("42501", { editor: ["owner"], admin: ["owner"] }),
      update: each([], { visitor: "42501", editor: ["coalition"], admin: ["coalition"] }),
      delete: refused,
    },
  },
  "public.signups": {
    key: "id",
    label: "name",
    outcomes: {
      select: each([], {
        visitor: "42501",
        member: ["came to north", "came to south, told north"],
        editor: ["came to north", "came to south, told north"],
        admin: ["came to north", "came to south, told north"],
        neighbor: ["came to south", "came to south, told north"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
};

/** Who may call what about sign-ups. */
export const signupCallers: Record<string, ("anon" | "authenticated")[]> = {
  "cancel_signup(text,text,text)": ["anon", "authenticated"],
  "change_signup(text,text,text,jsonb)": ["anon", "authenticated"],
  "gathering_signups(uuid,uuid)": ["authenticated"],
  "read_signup(text,text,text)": ["anon", "authenticated"],
  "remove_signup(uuid,uuid)": ["authenticated"],
  "save_signup_list(uuid,uuid,jsonb,text)": ["authenticated"],
  "sign_up(text,text,uuid,text,uuid,jsonb)": ["anon", "authenticated"],
  "signup_form(uuid,text)": ["anon", "authenticated"],
  "signup_settings(uuid,uuid)": ["authenticated"],
};
