import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";

type DraftStepsProps = { base: string; by: string; isOver: boolean };

/** What becomes of a draft: its text is there, then the coalition sees it, then it is signed. */
export function DraftSteps({ base, by, isOver }: DraftStepsProps) {
  const t = useTranslations("letters");
  return (
    <section aria-labelledby="steps" className="grid gap-3 rounded-md border border-line bg-surface p-4 sm:p-6">
      <h2 id="steps" className="text-xl font-bold">
        {t("stepsTitle")}
      </h2>
      <p>{t("statusDraft", { organization: by })}</p>
      <ol className="grid max-w-measure list-decimal gap-2 pl-6">
        <li>
          {t("stepText")}{" "}
          <Link to={`${base}/text`} className="link inline-flex min-h-11 items-center">
            {t("changeText")}
          </Link>
        </li>
        <li aria-current="step" className="font-semibold">
          {t(isOver ? "stepOver" : "stepShow")}
        </li>
        <li>{t("stepSign")}</li>
      </ol>
      {isOver ? null : (
        <p>
          <LinkButton to={`${base}/audience`}>{t("stepShowLink")}</LinkButton>
        </p>
      )}
    </section>
  );
}
