import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";

/** The button of a mailed link. Opening the link alone does nothing, since programs that look mail through open links. */
export function PressForm({ reply, label }: { reply: FormReply | undefined; label: string }) {
  const t = useTranslations("mailedLink");
  return (
    <Form reply={reply}>
      <div>
        <Button>{label}</Button>
        <p className="mt-3 max-w-measure text-sm text-soft">{t("pressHint")}</p>
      </div>
    </Form>
  );
}
