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
        <p className="mb-3">{t("hereHint")}</p>
        <Button>{t("here")}</Button>
      </Form>
      <Form reply={undefined} reloadDocument>
        <input type="hidden" name="scope" value="global" />
        <p className="mb-3">{t("everywhereHint")}</p>
        <Button variant="quiet">{t("everywhere")}</Button>
      </Form>
      <p>
        <LinkButton to="/" variant="plain">
          {t("stay")}
        </LinkButton>
      </p>
    </div>
  );
}
