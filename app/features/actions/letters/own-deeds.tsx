import { useLocale, useTranslations } from "use-intl";
import { Table } from "~/ui/table";
import type { Deed } from "./facts";
import { formatInstant } from "./moments";

/** Who of the organization did what about its signature, for its own people. */
export function OwnDeeds({ deeds, readerZone }: { deeds: Deed[]; readerZone: string }) {
  const t = useTranslations("letters");
  const locale = useLocale();
  return (
    <Table
      caption={t("deeds")}
      head={[t("deed"), t("who"), t("whenDone")]}
      rows={deeds.map(({ deed, version, who, done_at }) => ({
        key: done_at,
        cells: [
          t("deedOf", { deed: t(`did.${deed}`), version }),
          who ?? t("somebody"),
          formatInstant(done_at, readerZone, locale),
        ],
      }))}
    />
  );
}
