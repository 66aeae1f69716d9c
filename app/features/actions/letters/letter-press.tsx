import { useLocale } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

type LetterPressProps = {
  press: {
    title: string;
    organization: { display_name: string; short_name: string; korean_name: string | null };
    back: string;
    name: { text: string; lang: string };
    hash: string;
  };
  lead: (by: string) => string;
  label: (by: string) => string;
  reply: FormReply | undefined;
};

/** A page of one press about a letter, over the text that its reader saw. */
export function LetterPress({ press, lead, label, reply }: LetterPressProps) {
  const { title, organization, back, name, hash } = press;
  const by = shortNameOf(organization, useLocale());
  return (
    <Page width="measure" title={title} above={<span lang={name.lang}>{name.text}</span>} lead={lead(by)}>
      <ConfirmationForm reply={reply} variant="danger" label={label(by)} back={back}>
        <input type="hidden" name="seen" value={hash} />
      </ConfirmationForm>
    </Page>
  );
}
