import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import type { Letter } from "./facts";
import { useLetterLabels } from "./use-letter-labels";

type AudienceFormProps = {
  organization: { display_name: string; short_name: string; korean_name: string | null };
  letter: Pick<Letter, "audience" | "order">;
  /** Whether somebody has signed for the readers it has. */
  stands: boolean;
  back: string;
  reply: FormReply | undefined;
};

/** Asks who reads a letter, and how its signatories stand. */
export function AudienceForm({ organization, letter, stands, back, reply }: AudienceFormProps) {
  const t = useTranslations("letters");
  const audiences = [
    { value: "owner", label: t("audienceOwner"), hint: t("audienceOwnerHint") },
    { value: "coalition", label: t("audienceCoalition"), hint: t("audienceCoalitionHint") },
    { value: "everyone", label: t("audienceEveryone"), hint: t("audienceEveryoneHint") },
  ];
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      {stands ? <Message>{t("audienceStands")}</Message> : null}
      <Choice
        type="radio"
        name="audience"
        legend={t("audience")}
        options={stands ? audiences.filter(({ value }) => value === letter.audience) : audiences}
        defaultValue={letter.audience}
      />
      <Choice
        type="radio"
        name="signatory_order"
        legend={t("order")}
        options={[
          { value: "alphabetical", label: t("order_alphabetical") },
          { value: "by_signing", label: t("order_by_signing") },
        ]}
        defaultValue={letter.order}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("showAs", { organization: shortNameOf(organization, useLocale()) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
