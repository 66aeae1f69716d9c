import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { PreviewSection } from "~/ui/preview-section";
import { TickedBox } from "~/ui/ticked-box";
import { ChangedFields } from "./changed-fields";
import { FoundRows } from "./found-rows";
import type { ServiceImport } from "./import-page";
import { RowChoice } from "./row-choice";
import { WhatWasRead } from "./what-was-read";

type TakingFormProps = {
  organization: { slug: string; display_name: string; short_name: string; korean_name: string | null };
  preview: ServiceImport;
  reply: FormReply | undefined;
};

/** What a file would change, each to be left out; what was changed here is overwritten by nobody's default. */
export function TakingForm({ organization, preview, reply }: TakingFormProps) {
  const t = useTranslations("exchange");
  const locale = useLocale();
  const { counts, made, changed, refused, remarks, source, standings } = preview;
  const isNothing = (counts?.made ?? 0) + (counts?.changed ?? 0) === 0;
  const more = (shown: unknown[], all = 0) =>
    all > shown.length ? ` ${t("shownFirst", { count: shown.length })}` : "";

  return (
    <Form reply={reply} labels={{ audience: t("audience") }} className="grid gap-10 *:min-w-0">
      <WhatWasRead source={source} counts={counts} />
      {isNothing ? <EmptyState title={t("nothingTitle")}>{t("nothingText")}</EmptyState> : null}
      <PreviewSection
        title={t("changedTitle", { count: counts?.changed ?? 0 })}
        hint={t("changedHint") + more(changed, counts?.changed)}
        shown={changed.length > 0}
      >
        {changed.map(({ place, row, title, fields }) => (
          <RowChoice key={place} place={place} row={row} title={title}>
            <ChangedFields fields={fields} />
            {fields.some(({ conflict }) => conflict) ? (
              <TickedBox name="theirs" value={String(place)}>
                {t("takesTheirs")}
              </TickedBox>
            ) : null}
          </RowChoice>
        ))}
      </PreviewSection>
      <PreviewSection
        title={t("newTitle", { count: counts?.made ?? 0 })}
        hint={t("newHint") + more(made, counts?.made)}
        shown={made.length > 0}
      >
        {made.map(({ place, row, title }) => (
          <RowChoice key={place} place={place} row={row} title={title} />
        ))}
      </PreviewSection>
      <FoundRows
        title={t("refusedTitle", { count: counts?.refused ?? 0 })}
        hint={t("refusedHint") + more(refused, counts?.refused)}
        rows={refused}
      />
      <FoundRows title={t("remarksTitle")} hint={t("remarksHint")} rows={remarks} />
      {made.length > 0 ? (
        <Choice
          type="radio"
          name="audience"
          legend={t("audience")}
          hint={t("audienceHint")}
          defaultValue="owner"
          options={[
            { value: "owner", label: t("ownerOnly") },
            ...standings.map((standing) => ({ value: standing.id, label: nameOf(standing, locale) })),
            { value: "everyone", label: t("everyone"), hint: t("everyoneHint") },
          ]}
        />
      ) : (
        <input type="hidden" name="audience" value="owner" />
      )}
      <div className="flex flex-wrap gap-3">
        {isNothing ? null : <Button>{t("take", { organization: shortNameOf(organization, locale) })}</Button>}
        <LinkButton to={`/o/${organization.slug}/resources/import`} variant="quiet">
          {t("otherFile")}
        </LinkButton>
      </div>
    </Form>
  );
}
