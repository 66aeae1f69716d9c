import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { formatDay, localIn } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Conflicts } from "./conflicts";
import { FactValue } from "./fact-value";
import type { Truth } from "./queries.server";
import { StateMessage } from "./state-message";
import { useFactName } from "./use-fact-name";

/** On the page of a service: how sure it is, who made sure, what contradicts it, and what its reader can do about it. */
export function TruthSection({ truth, isSaidAbove = false }: { truth: Truth; isSaidAbove?: boolean }) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const factName = useFactName();
  const { id, verifications, members, time_zone } = truth;
  const dayOf = (instant: string) => formatDay(localIn(instant, time_zone), locale);

  return (
    <section aria-labelledby="truth" className="grid gap-4">
      <h2 id="truth" className="text-xl font-bold">
        {t("title")}
      </h2>
      {isSaidAbove ? null : <StateMessage {...truth} />}
      {verifications.length > 0 ? (
        <div>
          <h3 className="font-semibold">{t("lately")}</h3>
          <ul>
            {verifications.map(({ verified_at, method, organization }) => {
              const said = { day: dayOf(verified_at), method: t(`method.${method}`) };
              return (
                <li key={verified_at}>
                  {organization
                    ? t("verificationBy", { ...said, organization: nameOf(organization, locale) })
                    : t("verification", said)}
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
      <p className="text-sm text-soft">{t("nextOn", { days: truth.believed_days })}</p>
      {members?.steward ? <p>{t("steward", { steward: nameOf(members.steward, locale) })}</p> : null}
      {members ? <Conflicts {...members} /> : null}
      {members && members.suggested.length > 0 ? (
        <div>
          <h3 className="font-semibold">{t("ours")}</h3>
          <ul className="grid gap-2">
            {members.suggested.map((suggestion) => (
              <li key={suggestion.id}>
                <p>
                  {factName(suggestion.field)}: {t(`suggestionState.${suggestion.state}`)}
                </p>
                <FactValue {...suggestion} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3 print:hidden">
        <LinkButton to={`/resources/${id}/suggestion`} variant="quiet">
          {t("suggest")}
        </LinkButton>
        {members?.as.map((organization) => (
          <OrganizationActions key={organization.slug} truth={truth} {...organization} />
        ))}
      </div>
    </section>
  );
}

type Acting = NonNullable<Truth["members"]>["as"][number] & { truth: Truth };

function OrganizationActions({ truth: { id, members }, ...organization }: Acting) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const base = `/o/${organization.slug}/resources/${id}`;
  const several = (members?.as.length ?? 0) > 1;
  return (
    <>
      {organization.verifies ? (
        <LinkButton to={`${base}/verification`} variant="quiet">
          {several ? t("verifyAs", { organization: shortNameOf(organization, locale) }) : t("verify")}
        </LinkButton>
      ) : null}
      {organization.answers ? (
        <LinkButton to={`${base}/suggestions`} variant="quiet">
          {t("openSuggestions", { count: String(members?.open ?? 0) })}
        </LinkButton>
      ) : null}
      {organization.answers && !organization.is_owner ? (
        <LinkButton to={`${base}/correction`} variant="quiet">
          {t("correct")}
        </LinkButton>
      ) : null}
      {organization.may_take_over ? (
        <LinkButton to={`${base}/stewardship`} variant="quiet">
          {t("takeOver")}
        </LinkButton>
      ) : null}
      {organization.answers && members?.steward ? (
        <LinkButton to={`${base}/stewardship/ending`} variant="quiet">
          {t("endStewardship")}
        </LinkButton>
      ) : null}
    </>
  );
}
