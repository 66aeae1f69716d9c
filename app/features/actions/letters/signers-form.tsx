import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import type { SigningRule } from "./facts";
import { useLetterLabels } from "./use-letter-labels";

type SignersFormProps = {
  rule: SigningRule;
  canChange: boolean;
  by: string;
  back: string;
  reply: FormReply | undefined;
};

/** Says who signs for the organization, and lets its admins decide. */
export function SignersForm({ rule, canChange, by, back, reply }: SignersFormProps) {
  const t = useTranslations("letters");
  const labels = useLetterLabels(reply);
  const named = rule.people.filter((person) => person.named);
  if (!canChange) {
    return (
      <div className="grid gap-3">
        <p className="text-lg font-semibold">{t(`who_${rule.who}`)}</p>
        {rule.who === "named" ? (
          <ul className="list-disc pl-6">
            {named.map(({ id, display_name }) => (
              <li key={id}>{display_name}</li>
            ))}
          </ul>
        ) : null}
        <p className="text-soft">{t("onlyAdmins")}</p>
      </div>
    );
  }

  const people = (
    <Choice
      type="checkbox"
      name="people"
      legend={t("peopleLegend")}
      options={rule.people.map(({ id, display_name }) => ({ value: id, label: display_name }))}
      defaultValue={named.map(({ id }) => id)}
    />
  );
  return (
    <Form reply={reply} labels={labels}>
      <Choice
        type="radio"
        name="who"
        legend={<span className="sr-only">{t("signersTitle", { organization: by })}</span>}
        options={[
          { value: "admins", label: t("who_admins") },
          { value: "editors", label: t("who_editors") },
          { value: "named", label: t("who_named"), more: people },
        ]}
        defaultValue={rule.who}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("chooseAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
