import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { one } from "~/platform/form-values";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { LetterFields } from "./letter-fields";
import { askAtField } from "./missing-text";
import { useLetterLabels } from "./use-letter-labels";

type Texts = Record<string, string>;
type TextFormProps = {
  organization: { slug: string; display_name: string; short_name: string; korean_name: string | null };
  letter: { id: string; title: Texts; body: Texts; hash: string };
  reply: FormReply | undefined;
};

/** Asks for another text, over the one that its writer has before their eyes. */
export function TextForm({ organization, letter, reply: answered }: TextFormProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const reply = useMemo(() => askAtField(answered, locale), [answered, locale]);
  const told = reply === undefined || reply.refusal?.key === "letter_changed_meanwhile";
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      <input type="hidden" name="seen" value={(told ? undefined : one(reply.values.seen)) ?? letter.hash} />
      <LetterFields title={letter.title} body={letter.body} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("rewriteAs", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={`/o/${organization.slug}/letters/${letter.id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
