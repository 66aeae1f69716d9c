import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";

type JoinFormProps = { action?: string; organization: string; reply: FormReply | undefined };

/** Joins the organization that invited one's own address, with one press. */
export function JoinForm({ action, organization, reply }: JoinFormProps) {
  const t = useTranslations("invitation");
  return (
    <Form action={action} reply={reply}>
      <div>
        <Button>{t("join", { organization })}</Button>
      </div>
    </Form>
  );
}
