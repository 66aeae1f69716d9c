import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { LetterList } from "~/features/actions/letters/letter-list";
import { OwnLetterNote } from "~/features/actions/letters/own-letter-note";
import { sortedLetters } from "~/features/actions/letters/own-status";
import { listOrganizationLetters } from "~/features/actions/letters/queries.server";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name, coalitions } = organization;
  const { db, locale, now } = asked.context;
  const { may_sign, letters } = await listOrganizationLetters(db, organization.id);
  return {
    title: translatorFor(locale)("letters.title"),
    organization: { slug, display_name, short_name, korean_name, coalitions },
    canWrite: can("actions.write"),
    maySign: may_sign,
    letters,
    now: now.toISOString(),
  };
}

export default function OrganizationLetters() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { organization, canWrite, maySign, letters, now } = useLoaderData<typeof loader>();
  const base = `/o/${organization.slug}/letters`;
  const by = shortNameOf(organization, locale);
  const groups = sortedLetters(letters, maySign).filter((group) => group.letters.length > 0);
  const actions = (
    <>
      {canWrite ? <LinkButton to={`${base}/new`}>{t("begin")}</LinkButton> : null}
      <LinkButton to={`${base}/signers`} variant="quiet">
        {t("signersLink")}
      </LinkButton>
    </>
  );

  return (
    <Page width="measure" title={t("title")} lead={t("ownLead", { organization: by })} actions={actions}>
      {groups.length > 0 ? (
        groups.map((group) => (
          <section key={group.name} className="mb-10">
            <h2 className="mb-3 text-xl font-bold">{t(group.name)}</h2>
            <LetterList
              letters={group.letters}
              to={({ id }) => `${base}/${id}${group.name === "toAnswer" ? "/signature" : ""}`}
              now={now}
              more={(letter) => <OwnLetterNote letter={letter} by={by} />}
            />
          </section>
        ))
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      <ul className="mt-6">
        {organization.coalitions.map((coalition) => (
          <li key={coalition.slug}>
            <Link to={`/c/${coalition.slug}/letters`} className="link inline-flex min-h-11 items-center">
              {t("ofCoalition", { coalition: nameOf(coalition, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
