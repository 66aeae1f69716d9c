import { useTranslations } from "use-intl";

/** Whose order of needs this is, and on what terms. */
export function NeedsCredit() {
  const t = useTranslations("finding");
  return (
    <p className="mt-10 text-sm text-soft">
      {t("credit")}{" "}
      <a href="https://github.com/auntbertha/openeligibility" rel="noreferrer" className="link">
        Open Eligibility 2.0, Aunt Bertha, Inc.
      </a>{" "}
      (
      <a href="https://creativecommons.org/licenses/by-sa/3.0/" rel="noreferrer license" className="link">
        CC BY-SA 3.0
      </a>
      )
    </p>
  );
}
