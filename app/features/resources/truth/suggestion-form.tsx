import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { TextArea } from "~/ui/text-area";
import { FactFields } from "./fact-fields";
import { FactValue } from "./fact-value";
import type { Fact } from "./facts";
import { useFactName } from "./use-fact-name";

type Organization = { id: string; slug: string; display_name: string; korean_name: string | null };

type SuggestionFormProps = {
  reply: FormReply | undefined;
  field: Fact;
  now: unknown;
  /** As which of the reader's organizations they may say so. */
  organizations: Organization[];
  submission_id: string;
};

/** What should be different, how one knows, and who says so. */
export function SuggestionForm({ reply, field, now, organizations, submission_id }: SuggestionFormProps) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const name = useFactName()(field);
  const labels = { value: name, reason: t("reason"), contact: t("contact"), organization: t("as") };
  return (
    <Form reply={reply} labels={labels}>
      <input type="hidden" name="submission_id" value={[reply?.values.submission_id].flat()[0] ?? submission_id} />
      <input type="hidden" name="field" value={field} />
      <div className="border-l-4 border-line pl-3">
        <p className="text-sm font-semibold text-soft">
          {name}: {t("nowSays")}
        </p>
        <FactValue field={field} value={now} />
      </div>
      <FactFields field={field} now={now} />
      <TextArea name="reason" label={labels.reason} hint={t("reasonHint")} rows={2} maxLength={500} optional />
      {organizations.length > 0 ? (
        <Choice
          type="radio"
          name="organization"
          legend={labels.organization}
          defaultValue={organizations[0]?.id}
          options={[
            ...organizations.map((one) => ({ value: one.id, label: nameOf(one, locale) })),
            { value: "", label: t("asAnyone") },
          ]}
        />
      ) : (
        <Field
          name="contact"
          type="email"
          label={labels.contact}
          hint={t("contactHint")}
          autoComplete="email"
          maxLength={254}
          width="medium"
          optional
        />
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{t("send")}</Button>
        <Link to="?" className="link inline-flex min-h-11 items-center font-medium">
          {t("another")}
        </Link>
      </div>
    </Form>
  );
}
