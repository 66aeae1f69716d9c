import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { DeadlineFields, type TypedDeadlines } from "./deadline-fields";
import { useLetterLabels } from "./use-letter-labels";

type DeadlineFormProps = {
  organization: { display_name: string; short_name: string; korean_name: string | null };
  initial: TypedDeadlines;
  zones: ZoneChoices;
  back: string;
  reply: FormReply | undefined;
};

/** Asks for both deadlines anew. */
export function DeadlineForm({ organization, initial, zones, back, reply }: DeadlineFormProps) {
  const t = useTranslations("letters");
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      <DeadlineFields initial={initial} zones={zones} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("moveAs", { organization: shortNameOf(organization, useLocale()) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
