import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";

type FileFormProps = { slug: string; reply: FormReply | undefined };

/** Asks for a file with services. The browser itself sends it: a file is too large to be kept while a script sends it. */
export function FileForm({ slug, reply }: FileFormProps) {
  const t = useTranslations("exchange");
  return (
    <Form reply={reply} labels={{ file: t("file") }} encType="multipart/form-data" reloadDocument>
      <Field
        name="file"
        type="file"
        label={t("file")}
        hint={t("fileHint")}
        accept=".xlsx,.csv,.tsv,.txt,.json,application/json,text/csv"
      />
      <p className="max-w-measure text-soft">
        {t("promise")} {t("private")}
      </p>
      <p>
        <a
          href={`/o/${slug}/resources/import/template`}
          download
          className="inline-block min-h-6 font-medium text-jade underline"
        >
          {t("template")}
        </a>{" "}
        <span className="text-soft">{t("templateHint")}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button>{t("read")}</Button>
      </div>
    </Form>
  );
}
