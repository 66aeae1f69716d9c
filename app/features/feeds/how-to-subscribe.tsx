import { useTranslations } from "use-intl";

/** How common calendar programs subscribe, in the words on their screens. */
export function HowToSubscribe() {
  const t = useTranslations("subscription");
  const ways = [
    [t("howApple"), t("howAppleText")],
    [t("howGoogle"), t("howGoogleText")],
    [t("howOutlook"), t("howOutlookText")],
    [t("howNaver"), t("howNaverText")],
  ];
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-3 text-xl font-bold">
        {t("how")}
      </h2>
      <dl className="grid gap-4">
        {ways.map(([program, text]) => (
          <div key={program}>
            <dt className="font-semibold">{program}</dt>
            <dd className="max-w-measure text-soft">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
