import { Link } from "@remix-run/react";
import Phone from "lucide-react/icons/phone";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { AudienceChip } from "~/ui/audience-chip";
import type { Facts } from "./facts";

export type ShownEntry = {
  id: string;
  name: { text: string; lang: string };
  giver: string;
  note: string;
  phone: { written: string; number: string } | null;
  hours: string[];
  languages: string;
  audience: Facts["audience"];
  state: string | null;
  stale: boolean;
};

/** What a collection holds, of each what one needs to call. */
export function CollectionEntries({ entries }: { entries: ShownEntry[] }) {
  const t = useTranslations("handingOut");
  return (
    <ol className="divide-y divide-line border-y border-line">
      {entries.map(({ id, name, giver, note, phone, hours, languages, audience, state, stale }) => (
        <li key={id} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
          <div className="min-w-0">
            <p className="text-lg leading-snug font-semibold">
              <Link to={`/resources/${id}`} lang={name.lang} className="hover:underline">
                {name.text}
              </Link>
            </p>
            <p className="text-soft">{giver}</p>
            {note ? <p className="mt-1 max-w-measure border-l-4 border-line pl-3">{note}</p> : null}
            {state ? <p className="font-semibold text-cinnabar">{state}</p> : null}
            {stale ? <p className="font-semibold text-ochre">{t("confirm")}</p> : null}
          </div>
          <div className="grid content-start gap-1">
            {phone ? (
              <a
                href={`tel:${phone.number}`}
                className="link inline-flex min-h-11 items-center gap-1.5 font-semibold tabular-nums"
              >
                <Phone aria-hidden className="size-4 shrink-0" />
                {phone.written}
              </a>
            ) : null}
            {hours.map((line) => (
              <p key={line} className="text-sm">
                {line}
              </p>
            ))}
            <p className="text-sm text-soft">{languages}</p>
            {audience === "everyone" ? null : (
              <p>
                <AudienceChip audience={audience} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A text of a collection in the reader's language. */
export function CollectionNote({ note }: { note: Record<string, string> }) {
  const { text, lang } = pickText(note, useLocale());
  return text ? (
    <p lang={lang} className="mb-6 max-w-measure whitespace-pre-line">
      {text}
    </p>
  ) : null;
}
