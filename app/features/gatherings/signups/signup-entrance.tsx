import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { useProblem } from "~/i18n/use-problem";
import { LinkButton } from "~/ui/link-button";
import type { GatheringPage } from "../card";

/** On a gathering's page: the way to sign up, and for hosts the way to who has. */
export function SignupEntrance({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("signup");
  const sentence = useProblem();
  const { signup, id } = gathering;
  if (!signup) return null;
  const list = signup.hosts.filter((host) => host.reads_people);

  return (
    <section aria-labelledby="signup" data-screen-only className="grid gap-3 border-t border-line pt-6">
      <h2 id="signup" className="text-xl font-bold">
        {t("title")}
      </h2>
      {signup.headcount === null ? null : <p>{t("headcount", { count: signup.headcount })}</p>}
      {signup.problem ? (
        <p className="text-soft">{sentence({ key: signup.problem })}</p>
      ) : (
        <>
          <p className="text-soft">{t(signup.room ? "room" : "queue")}</p>
          <div>
            <LinkButton to={`/gatherings/${id}/signup`}>{t("open")}</LinkButton>
          </div>
        </>
      )}
      <p>
        <Link to="/signups" className="link inline-flex min-h-11 items-center">
          {t("withCode")}
        </Link>
      </p>
      {list.map(({ slug }) => (
        <Link key={slug} to={`/o/${slug}/gatherings/${id}/signups`} className="link inline-flex min-h-11 items-center">
          {t("list")}
        </Link>
      ))}
    </section>
  );
}
