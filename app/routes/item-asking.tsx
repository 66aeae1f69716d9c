import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { AskableChoice } from "~/features/actions/items/askable-choice";
import { askForParts } from "~/features/actions/items/commands.server";
import { ItemSummary } from "~/features/actions/items/item-summary";
import { getOwnItem } from "~/features/actions/items/own-item.server";
import { askingFormSchema } from "~/features/actions/items/schema";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, stored } = await getOwnItem(asked);
  const asking = stored.askable.filter(({ id }) => !stored.parts.some((part) => part.organization.id === id));
  return { title: translatorFor(asked.context.locale)("items.askTitle"), organization, stored, askable: asking };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, askingFormSchema, async (input) => {
    await askForParts(asked.context.db, organization.id, id, input);
    return redirect(`/items/${id}?saved=asked`);
  });
}

export default function ItemAsking() {
  const t = useTranslations("items");
  const locale = useLocale();
  const { organization, stored, askable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("askTitle")} lead={t("askLead")}>
      <ItemSummary item={stored} />
      <Form reply={reply} labels={{ recipients: t("organizations") }}>
        <AskableChoice askable={askable} legend={t("organizations")} />
        <div className="flex flex-wrap gap-3">
          {askable.length > 0 ? (
            <Button>{t("askAs", { organization: shortNameOf(organization, locale) })}</Button>
          ) : null}
          <LinkButton to={`/items/${stored.id}`} variant="quiet">
            {t("back")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
