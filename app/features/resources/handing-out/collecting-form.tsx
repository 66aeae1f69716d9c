import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import type { Collecting } from "./facts";

type CollectingFormProps = {
  organization: Pick<FormOrganization, "slug" | "display_name" | "short_name" | "korean_name">;
  collecting: Collecting;
  reply: FormReply | undefined;
};

/** Asks into which collection a service goes, and why. */
export function CollectingForm({ organization, collecting, reply }: CollectingFormProps) {
  const t = useTranslations("handingOut");
  const locale = useLocale();
  const begin = (
    <LinkButton to={`/o/${organization.slug}/collections/new`} variant="quiet">
      {t("newCollection")}
    </LinkButton>
  );
  if (collecting.collections.length === 0) {
    return (
      <EmptyState title={t("collectNone")} action={begin}>
        {t("collectNoneText")}
      </EmptyState>
    );
  }

  return (
    <Form reply={reply} labels={{ collection_id: t("collectInto"), note: t("collectNote") }}>
      <Select
        name="collection_id"
        label={t("collectInto")}
        options={collecting.collections.map(({ id, name, note }) => {
          const title = pickText(name, locale).text;
          return { value: id, label: note === null ? title : t("alreadyIn", { name: title }) };
        })}
      />
      <Field name="note" label={t("collectNote")} hint={t("collectNoteHint")} optional autoComplete="off" />
      <div className="flex flex-wrap gap-3">
        <Button>{t("collectAs", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={`/resources/${collecting.id}`} variant="quiet">
          {t("back")}
        </LinkButton>
        {begin}
      </div>
    </Form>
  );
}
