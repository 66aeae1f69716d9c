import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { LetterAbout } from "~/features/actions/letters/letter-about";
import { LetterText } from "~/features/actions/letters/letter-text";
import { getLetter } from "~/features/actions/letters/queries.server";
import { SignatoryList } from "~/features/actions/letters/signatory-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const [letter, viewer] = await Promise.all([getLetter(context.db, uuidParam(params.id)), context.viewer()]);
  const ours = (viewer?.organizations ?? []).filter(({ coalitions }) =>
    coalitions.some(({ id }) => id === letter.coalition?.id),
  );
  return {
    title: pickText(letter.title, context.locale).text,
    letter,
    ours: ours.map(({ slug, short_name, display_name, korean_name }) => ({
      ...{ slug, short_name, display_name, korean_name },
    })),
  };
}

export default function LetterPage() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { letter, ours } = useLoaderData<typeof loader>();
  const title = pickText(letter.title, locale);
  const { coalition } = letter;

  return (
    <Page
      title={<span lang={title.lang}>{title.text}</span>}
      above={
        coalition ? (
          <Link to={`/c/${coalition.slug}/letters`} className="link -my-2.5 inline-block py-2.5">
            {nameOf(coalition, locale)}
          </Link>
        ) : (
          t("title")
        )
      }
      lead={t("ledBy", { organization: nameOf(letter.lead, locale) })}
      actions={
        <LinkButton to={`/letters/${letter.id}/letter.pdf`} variant="quiet" reloadDocument>
          {t("pdf")}
        </LinkButton>
      }
    >
      {letter.is_final ? (
        <div className="mb-6">
          <Message kind="success">{t("finalSaid")}</Message>
        </div>
      ) : null}
      {ours.length > 0 ? (
        <ul className="mb-6 flex flex-wrap gap-3">
          {ours.map((organization) => (
            <li key={organization.slug}>
              <LinkButton to={`/o/${organization.slug}/letters/${letter.id}`} variant="quiet">
                {t("forWhom", { organization: shortNameOf(organization, locale) })}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <LetterText title={letter.title} body={letter.body} />
        <div className="grid gap-10">
          <SignatoryList letter={letter} />
          <LetterAbout letter={letter} />
        </div>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
