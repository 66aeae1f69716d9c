import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

/** Both ways to sign out. The page is loaded anew afterwards, so that nothing stays in the browser's memory. */
export function SignOutForm() {
  const t = useTranslations("signOut");

  return (
    <div className="space-y-8">
      <Form reply={undefined} reloadDocument>
        <input type="hidden" name="scope" value="local" />
        <Button>{t("here")}</Button>
        <p className="mt-2 text-sm text-soft">{t("hereHint")}</p>
      </Form>
      <Form reply={undefined} reloadDocument>
        <input type="hidden" name="scope" value="global" />
        <Button variant="quiet">{t("everywhere")}</Button>
        <p className="mt-2 text-sm text-soft">{t("everywhereHint")}</p>
      </Form>
      <p>
        <LinkButton to="/" variant="plain">
          {t("stay")}
        </LinkButton>
      </p>
    </div>
  );
}
