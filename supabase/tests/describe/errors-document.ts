import { join } from "node:path";
import en from "../../../app/i18n/messages/en";
import ko from "../../../app/i18n/messages/ko";
import { listRefusals, type Refusal } from "./refusals";

/** Every sentence a person can be told instead of what they asked for, and where the database raises it. */
export function errorsDocument(): string {
  const refusals = listRefusals(join(import.meta.dirname, "..", "..", "policies"));
  return [
    "# What a refusal says",
    "",
    "Made by `npm run db:errors` from the messages and `supabase/policies/`. Do not edit.",
    "",
    "An expected failure is a key. The database raises it with `private.refuse(key, status, field)`; the API answers with that",
    "HTTP status, the key as `message`, and the field and the sentence's terms as JSON in `details`. A page says the sentence",
    "beside the field, or above the form, and keeps what was typed. Keys without a file come from a form's schema (422) or",
    "from the web process. A row that is hidden and a row that is absent are both `not_found`.",
    "",
    "| Key | Database | English | 한국어 |",
    "|---|---|---|---|",
    ...Object.keys(en.problem)
      .sort()
      .map((key) => {
        const name = key as keyof typeof en.problem;
        return `| \`${key}\` | ${places(refusals.filter((refusal) => refusal.key === key))} | ${cell(en.problem[name])} | ${cell(ko.problem[name])} |`;
      }),
    "",
  ].join("\n");
}

function places(raised: Refusal[]): string {
  const places = raised.map(({ status, file }) => `${status} ${file}`);
  return [...new Set(places)].sort().join("<br>") || "–";
}

const cell = (sentence: string) => sentence.replaceAll("|", "\\|");
