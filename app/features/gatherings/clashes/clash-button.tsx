import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";

/**
 * Without JavaScript, opens what else is at the chosen time in a tab of its own, so that the form stays as it is. It
 * stands behind the form's own buttons: Enter is theirs.
 */
export function ClashButton({ organization }: { organization: { slug: string } }) {
  const t = useTranslations("clashes");
  return (
    <noscript>
      <Button variant="quiet" formAction={`/o/${organization.slug}/clashes`} formTarget="_blank">
        {t("check")}
      </Button>
    </noscript>
  );
}
