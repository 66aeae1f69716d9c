import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type ImportFormProps = { slug: string; reply: FormReply | undefined };

/** Asks for the file of a calendar, or its address. The browser itself sends it: a file is too large to be kept while a script sends it. */
export function ImportForm({ slug, reply }: ImportFormProps) {
  const t = useTranslations("imports");

  return (
    <Form
      reply={reply}
      labels={{ file: t("file"), address: t("address") }}
      encType="multipart/form-data"
      reloadDocument
    >
      <Field name="file" type="file" label={t("file")} hint={t("fileHint")} accept=".ics,.ical,text/calendar" />
      <Field
        name="address"
        type="url"
        inputMode="url"
        autoComplete="off"
        label={t("address")}
        hint={t("addressHint")}
        maxLength={2000}
      />
      <p className="max-w-measure text-soft">{t("promise")}</p>
      <div className="flex flex-wrap gap-3">
        <Button>{t("read")}</Button>
        <LinkButton to={`/o/${slug}/calendar`} variant="quiet">
          {t("backToCalendar")}
        </LinkButton>
      </div>
    </Form>
  );
}
