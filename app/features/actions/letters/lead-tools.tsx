import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { OwnLetter } from "./facts";

/** What the lead can still do with its letter. */
export function LeadTools({ letter, base }: { letter: OwnLetter; base: string }) {
  const t = useTranslations("letters");
  const isDraft = letter.audience === "owner";
  const tools = [
    { to: "text", label: t("changeText"), open: !letter.is_over },
    { to: "deadline", label: t("changeDeadline"), open: !letter.is_over },
    { to: "audience", label: t("changeAudience"), open: true },
    { to: "campaign", label: t("changeCampaign"), open: true },
    { to: "others", label: t("changeOthers"), open: !isDraft },
    { to: "closing", label: t("close"), open: !isDraft },
    { to: "removal", label: t("remove"), open: isDraft },
  ];
  return (
    <section aria-labelledby="tools" className="grid gap-2">
      <h2 id="tools" className="text-xl font-bold">
        {t("tools")}
      </h2>
      <ul>
        {tools
          .filter(({ open }) => open)
          .map(({ to, label }) => (
            <li key={to}>
              <Link to={`${base}/${to}`} className="link inline-flex min-h-11 items-center">
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}
