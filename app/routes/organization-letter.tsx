import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { DraftSteps } from "~/features/actions/letters/draft-steps";
import { LeadTools } from "~/features/actions/letters/lead-tools";
import { LetterAbout } from "~/features/actions/letters/letter-about";
import { OwnDeeds } from "~/features/actions/letters/own-deeds";
import { OwnSignature } from "~/features/actions/letters/own-signature";
import { getOrganizationLetter } from "~/features/actions/letters/queries.server";
import { SignatoryList } from "~/features/actions/letters/signatory-list";
import { Unconfirmed } from "~/features/actions/letters/unconfirmed";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { requireOrganization } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

const dones = ["signed", "asked", "saved"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const { viewer, organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { may_sign, letter } = await getOrganizationLetter(db, organization.id, uuidParam(asked.params.letter));
  const { slug, display_name, short_name, korean_name } = organization;
  const done = new URL(asked.request.url).searchParams.get("done");
  const { body: _body, signed_text: _signed, ...shown } = letter;
  return {
    title: pickText(letter.title, locale).text,
    organization: { slug, display_name, short_name, korean_name },
    letter: shown,
    maySign: may_sign,
    mayAsk: can("members.read"),
    canWrite: can("actions.write"),
    done: dones.find((one) => one === done),
    readerZone: viewer.person.time_zone,
  };
}

export default function OrganizationLetter() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { organization, letter, maySign, mayAsk, canWrite, done, readerZone } = useLoaderData<typeof loader>();
  const by = shortNameOf(organization, locale);
  const title = pickText(letter.title, locale);
  const base = `/o/${organization.slug}/letters/${letter.id}`;

  return (
    <Page
      title={<span lang={title.lang}>{title.text}</span>}
      above={t("ownPage")}
      actions={
        <LinkButton to={`/letters/${letter.id}`} variant="quiet">
          {t("read")}
        </LinkButton>
      }
    >
      {done ? <DoneMessage title={t(`done.${done}`, { organization: by })} /> : null}
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="grid gap-10">
          {letter.is_lead && canWrite && letter.audience === "owner" ? (
            <DraftSteps base={base} by={by} isOver={letter.is_over} />
          ) : (
            <OwnSignature letter={letter} by={by} base={base} maySign={maySign} mayAsk={mayAsk} />
          )}
          {letter.is_lead && canWrite && !letter.closed_at ? <LeadTools letter={letter} base={base} /> : null}
          <section aria-labelledby="deeds" className="grid gap-3">
            <h2 id="deeds" className="text-xl font-bold">
              {t("deeds")}
            </h2>
            <p className="text-soft">{t("deedsHint", { organization: by })}</p>
            {letter.deeds.length > 0 ? (
              <OwnDeeds deeds={letter.deeds} readerZone={readerZone} />
            ) : (
              <p>{t("deedsNone")}</p>
            )}
          </section>
        </div>
        <div className="grid gap-10">
          <SignatoryList letter={letter} />
          <Unconfirmed names={letter.unconfirmed} />
          <LetterAbout letter={letter} internal={letter.internal_local} />
        </div>
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
