import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { PreviewSection } from "~/ui/preview-section";
import { TextArea } from "~/ui/text-area";
import { EntryChoice } from "./entry-choice";
import { GoneChoice } from "./gone-choice";
import type { ImportPreview } from "./queries.server";
import { SetAside } from "./set-aside";

type PreviewFormProps = {
  organization: { slug: string; display_name: string; short_name: string; korean_name: string | null };
  preview: ImportPreview;
  reply: FormReply | undefined;
};

/** What a calendar would change here, each to be left out; nothing that is gone there goes here unasked. */
export function PreviewForm({ organization, preview, reply }: PreviewFormProps) {
  const t = useTranslations("imports");
  const { entries, gone, set_aside, unchanged } = preview;
  const [added, changed] = [entries.filter(isNew), entries.filter((entry) => !isNew(entry))];
  const counts = { added: added.length, changed: changed.length, gone: gone.length, aside: set_aside.length };
  const name = shortNameOf(organization, useLocale());
  const mayCancel = gone.some(({ is_deleted }) => !is_deleted) || changed.some(({ is_seen }) => is_seen);
  const isNothing = entries.length + gone.length === 0;

  return (
    <Form reply={reply} labels={{ reason: t("cancellationReason") }} className="grid gap-10 *:min-w-0">
      <p className="rounded-md border border-line bg-surface p-4 text-lg">
        {t("counts", { ...counts, unchanged })}
        {preview.source.charset === "CP949" ? <span className="block text-base text-soft">{t("cp949")}</span> : null}
      </p>
      {isNothing ? <EmptyState title={t("nothingTitle")}>{t("nothingText")}</EmptyState> : null}
      <PreviewSection title={t("newTitle", { count: added.length })} hint={t("newHint")} shown={added.length > 0}>
        {added.map((entry) => (
          <EntryChoice key={entry.place} entry={entry} />
        ))}
      </PreviewSection>
      <PreviewSection
        title={t("changedTitle", { count: changed.length })}
        hint={t("changedHint")}
        shown={changed.length > 0}
      >
        {changed.map((entry) => (
          <EntryChoice key={entry.place} entry={entry} />
        ))}
      </PreviewSection>
      <GoneChoice gone={gone} />
      {mayCancel ? (
        <TextArea name="reason" label={t("cancellationReason")} hint={t("cancellationReasonHint")} rows={2} optional />
      ) : null}
      <PreviewSection
        title={t("asideTitle", { count: set_aside.length })}
        hint={t("asideHint")}
        shown={counts.aside > 0}
      >
        {set_aside.map((entry) => (
          <SetAside key={`${entry.line} ${entry.title}`} entry={entry} />
        ))}
      </PreviewSection>
      <div className="flex flex-wrap gap-3">
        {isNothing ? null : <Button>{t("importAs", { organization: name })}</Button>}
        <LinkButton to={`/o/${organization.slug}/import`} variant="quiet">
          {t("otherFile")}
        </LinkButton>
      </div>
    </Form>
  );
}

function isNew({ state }: ImportPreview["entries"][number]): boolean {
  return state === "new";
}
