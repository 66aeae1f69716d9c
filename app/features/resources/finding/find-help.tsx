import { Form } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";

/** The way into the directory from the first page: the box itself. */
export function FindHelp() {
  const t = useTranslations("front");
  const id = useId();
  return (
    <section aria-labelledby="find-help" className="border-t border-ink pt-3">
      <h2 id="find-help" className="flex items-center gap-2 text-lg font-bold">
        <Search aria-hidden className="size-5" />
        {t("findHelp")}
      </h2>
      <Form action="/resources" role="search" className="mt-1 grid gap-2">
        <label htmlFor={id} className="text-soft">
          {t("findHelpText")}
        </label>
        <input id={id} type="search" name="q" maxLength={120} className="control" />
        <Button variant="quiet">{t("findHelpOpen")}</Button>
      </Form>
    </section>
  );
}
