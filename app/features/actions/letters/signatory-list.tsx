import { useTranslations } from "use-intl";
import type { Letter, Signatory } from "./facts";
import { NameList } from "./name-list";

type SignatoryListProps = { letter: Pick<Letter, "order"> & { signatories: Signatory[] } };

/** Who signed the present text, in the order the letter says and in both scripts; late ones apart. */
export function SignatoryList({ letter }: SignatoryListProps) {
  const t = useTranslations("letters");
  const inTime = letter.signatories.filter(({ late }) => !late);
  const late = letter.signatories.filter((one) => one.late);
  return (
    <section className="grid gap-3" aria-labelledby="signatories">
      <h2 id="signatories" className="text-xl font-bold">
        {t("signatories", { count: inTime.length })}
      </h2>
      {inTime.length > 0 ? (
        <>
          <p className="max-w-measure text-soft">{t("orderSaid", { order: letter.order })}</p>
          <NameList names={inTime} />
        </>
      ) : (
        <p className="text-soft">{t("signatoriesNone")}</p>
      )}
      {late.length > 0 ? (
        <>
          <h3 className="mt-3 text-lg font-semibold">{t("late", { count: late.length })}</h3>
          <p className="max-w-measure text-soft">{t("lateHint")}</p>
          <NameList names={late} />
        </>
      ) : null}
    </section>
  );
}
