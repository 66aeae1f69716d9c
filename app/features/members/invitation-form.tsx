import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import type { MemberOrganization } from "./member-organization";
import { RoleChoice } from "./role-choice";

type InvitationFormProps = { organization: MemberOrganization; reply: FormReply | undefined };

/** Invites an address into a role. */
export function InvitationForm({ organization, reply }: InvitationFormProps) {
  const t = useTranslations("members");
  const labels = { email: t("email"), role: t("roleLegend") };

  return (
    <Form reply={reply} labels={labels}>
      <Field
        name="email"
        label={labels.email}
        hint={t("emailHint")}
        type="email"
        autoComplete="off"
        maxLength={254}
        required
      />
      <RoleChoice defaultValue="member" />
      <div>
        <Button>{t("inviteAs", { organization: shortNameOf(organization, useLocale()) })}</Button>
      </div>
    </Form>
  );
}
