import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { FormReply } from "~/platform/form";
import { versionSeen } from "~/platform/form-values";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { PartPage } from "./facts";

type PartFormProps = {
  page: PartPage;
  organization: { display_name: string; short_name: string; korean_name: string | null };
  reply: FormReply | undefined;
};

/** How far an organization is, who does it, what it notes and what it has ticked. */
export function PartForm({ page, organization, reply }: PartFormProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const { part, steps, members, closed } = page;
  const by = shortNameOf(organization, locale);
  const statuses = closed ? [part.status] : [part.status, ...part.next];
  const labels = {
    status: t("howFar"),
    assignee_id: t("assignee"),
    note: t("note"),
    link: t("link"),
    ticks: t("steps"),
  };
  return (
    <Form reply={reply} labels={labels}>
      <input type="hidden" name="seen_version" value={versionSeen(reply, part)} />
      <Choice
        type="radio"
        name="status"
        legend={t("howFar")}
        hint={t("howFarHint")}
        defaultValue={part.status}
        options={statuses.map((value) => ({ value, label: t(`say.${value}`) }))}
      />
      <Select
        name="assignee_id"
        label={t("assignee")}
        hint={t("assigneeHint", { organization: by })}
        optional
        defaultValue={part.assignee_id ?? ""}
        options={[{ value: "", label: t("nobodyYet") }, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {steps.length > 0 ? (
        <Choice
          type="checkbox"
          name="ticks"
          legend={t("stepsDone")}
          hint={t("stepsDoneHint", { organization: by })}
          defaultValue={part.ticks}
          options={steps.map(({ id, label }) => {
            const said = pickText(label, locale);
            return { value: id, label: <span lang={said.lang}>{said.text}</span> };
          })}
        />
      ) : null}
      <TextArea
        name="note"
        label={t("note")}
        hint={t("noteHint", { organization: by })}
        optional
        defaultValue={part.note}
      />
      <Field
        name="link"
        type="url"
        label={t("link")}
        hint={t("linkHint")}
        optional
        defaultValue={part.link}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("savePartAs", { organization: by })}</Button>
        <LinkButton to={`/items/${page.id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
