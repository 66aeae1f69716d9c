import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { messageLimit, writeMessage } from "~/features/resources/handing-out/message-text";
import { getHandout } from "~/features/resources/handing-out/queries.server";
import { addressOf, allWritings } from "~/features/resources/handing-out/sheet-writings.server";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { useLanguageName } from "~/i18n/use-language-name";
import { uuidParam } from "~/platform/params";
import { CopyText } from "~/ui/copy-text";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, demonstration } = context;
  const facts = await getHandout(context.db, uuidParam(params.service));
  const url = addressOf(`/resources/${facts.id}`);
  return {
    title: translatorFor(locale)("handingOut.messageTitle", { name: pickText(facts.name, locale).text }),
    id: facts.id,
    messages: allWritings(locale).map((writing) => ({
      lang: writing.locale,
      text: writeMessage(facts, { ...writing, url, demonstration }),
    })),
  };
}

export default function ResourceMessage() {
  const t = useTranslations("handingOut");
  const languageName = useLanguageName();
  const { title, id, messages } = useLoaderData<typeof loader>();

  return (
    <Page
      width="measure"
      title={title}
      lead={t("messageLead", { maximum: messageLimit })}
      actions={
        <LinkButton to={`/resources/${id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      }
    >
      <div className="grid gap-10">
        {messages.map(({ lang, text }) => (
          <CopyText
            key={lang}
            label={t("messageIn", { language: languageName(lang) })}
            hint={t("messageHint", { count: text.length, maximum: messageLimit })}
            text={text}
            lang={lang}
            rows={8}
          />
        ))}
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
