import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import type { ItemPage } from "./facts";

/** What the reader may do with an item: take a part, and as its lead ask, change, close and remove. */
export function ItemActions({ item }: { item: ItemPage }) {
  const t = useTranslations("items");
  const locale = useLocale();
  const base = `/o/${item.organization.slug}/items/${item.id}`;
  const lead = { organization: shortNameOf(item.organization, locale) };
  const waiting = item.parts.filter(
    ({ status, organization }) => status === "asked" && organization.id !== item.organization.id,
  );
  return (
    <>
      {item.may_take.map((organization) => (
        <Form key={organization.id} reply={undefined} action={`/o/${organization.slug}/items/${item.id}/taking`}>
          <div>
            <Button variant={item.organization.id === organization.id ? "quiet" : "primary"}>
              {t("takeAs", { organization: shortNameOf(organization, locale) })}
            </Button>
          </div>
        </Form>
      ))}
      {item.may_write ? (
        <div data-screen-only className="grid gap-4 border-t border-line pt-6">
          {item.may_ask_core ? (
            <Form reply={undefined} action={`${base}/core-asking`}>
              <div>
                <Button>{t("askCoreAs", lead)}</Button>
                <p className="mt-1 text-sm text-soft">{t("askCoreMeans")}</p>
              </div>
            </Form>
          ) : null}
          <div className="flex flex-wrap gap-3">
            {item.closed || !item.coalition ? null : (
              <LinkButton to={`${base}/asking`} variant="quiet">
                {t("askOthers")}
              </LinkButton>
            )}
            <LinkButton to={`${base}/card`} variant="quiet">
              {t("edit")}
            </LinkButton>
            <LinkButton to={`${base}/${item.closed ? "reopening" : "closing"}`} variant="quiet">
              {t(item.closed ? "reopen" : "close")}
            </LinkButton>
            <LinkButton to={`${base}/removal`} variant="quiet">
              {t("remove")}
            </LinkButton>
          </div>
          {waiting.length + item.asked_and_left.length > 0 ? (
            <ul className="flex flex-wrap gap-x-6">
              {waiting.map(({ organization }) => (
                <li key={organization.id}>
                  <LinkButton to={`${base}/asks/${organization.id}/withdrawal`} variant="plain">
                    {t("takeBackFrom", { organization: shortNameOf(organization, locale) })}
                  </LinkButton>
                </li>
              ))}
              {item.asked_and_left.map((id) => (
                <li key={id}>
                  <LinkButton to={`${base}/asks/${id}/withdrawal`} variant="plain">
                    {t("takeBackFromWhoLeft")}
                  </LinkButton>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
