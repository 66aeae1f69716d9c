import { useLocale, useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { LateBox } from "./late-box";
import { formatMoment } from "./moments";

type SignatureFormProps = {
  letter: { hash: string; is_over: boolean; due_local: string; time_zone: string };
  label: string;
  back: string;
  /** Where somebody who signs declines what a colleague asked for. */
  refusal: string | null;
  reply: FormReply | undefined;
};

/** The press that signs the text above it; what was changed since is refused by its hash. */
export function SignatureForm({ letter, label, back, refusal, reply }: SignatureFormProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const over = letter.is_over || reply?.errors.late !== undefined;
  return (
    <Form reply={reply} labels={{ late: t("stillLate") }}>
      <input type="hidden" name="seen" value={letter.hash} />
      {over ? <LateBox when={formatMoment(letter.due_local, letter.time_zone, locale)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button>{label}</Button>
        {refusal ? (
          <LinkButton to={refusal} variant="quiet">
            {t("decline")}
          </LinkButton>
        ) : null}
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
