import Phone from "lucide-react/icons/phone";
import { useTranslations } from "use-intl";
import { LocalText } from "./local-text";
import { formatPhone, phoneLink } from "./phone-in-words";
import type { ServicePage } from "./service";

/** The numbers, large enough for a thumb: the first is the front door. */
export function ServicePhones({ phones }: Pick<ServicePage, "phones">) {
  const t = useTranslations("resources");
  if (phones.length === 0) return null;
  return (
    <ul aria-label={t("phones")} className="grid gap-2">
      {phones.map((phone) => (
        <li key={`${phone.number}${phone.extension}`} className="flex flex-wrap items-center gap-x-3">
          <a
            href={phoneLink(phone)}
            aria-label={t("call", { number: formatPhone(phone) })}
            className="link inline-flex min-h-11 items-center gap-2 text-xl font-bold tabular-nums"
          >
            <Phone aria-hidden className="size-5 shrink-0" />
            {formatPhone(phone)}
          </a>
          <span className="text-soft">
            <LocalText texts={phone.label} />
          </span>
        </li>
      ))}
    </ul>
  );
}
