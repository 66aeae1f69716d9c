import { useLocale, useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { LateBox } from "./late-box";
import { formatMoment } from "./moments";
import { useLetterLabels } from "./use-letter-labels";

type OtherFormProps = {
  letter: { hash: string; is_over: boolean; due_local: string; time_zone: string };
  by: string;
  back: string;
  reply: FormReply | undefined;
};

/** Asks for the names of an organization without an account that signed the text. */
export function OtherForm({ letter, by, back, reply }: OtherFormProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const over = letter.is_over || reply?.errors.late !== undefined;
  return (
    <Form reply={reply} labels={useLetterLabels(reply)}>
      <input type="hidden" name="seen" value={letter.hash} />
      <Field name="english_name" lang="en" label={t("otherEnglish")} autoComplete="off" />
      <Field name="korean_name" lang="ko" label={t("otherKorean")} optional autoComplete="off" />
      {over ? <LateBox when={formatMoment(letter.due_local, letter.time_zone, locale)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button>{t("enterAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
