import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTime, localIn } from "~/platform/time";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Table } from "~/ui/table";
import { problemOf } from "./kinds";
import type { UndeliveredMessage } from "./queries.server";

type UndeliveredTableProps = {
  messages: UndeliveredMessage[];
  organization: { slug: string };
  readerZone: string;
};

/** What did not arrive, to whom and why, with a way to try again. */
export function UndeliveredTable({ messages, organization, readerZone }: UndeliveredTableProps) {
  const t = useTranslations("mail");
  const kind = useTranslations("mailKind");
  const problem = useTranslations("mailProblem");
  const locale = useLocale();

  return (
    <Table
      caption={t("title")}
      head={[t("what"), t("toWhom"), t("since"), t("why"), t("again")]}
      rows={messages.map(({ id, state, attempts, queued_at, recipient, ...message }) => {
        const local = localIn(queued_at, readerZone);
        const why = problemOf(message.problem);
        return {
          key: id,
          cells: [
            kind(message.kind),
            <span key="recipient" className="inline-block sm:min-w-36">
              {recipient ?? t("somebodyGone")}
            </span>,
            `${formatDay(local, locale)} ${formatTime(local, locale)}`,
            <span key="why">
              {why ? problem(why) : t("notYet")}
              {attempts > 0 ? <span className="block text-sm text-soft">{t("tried", { attempts })}</span> : null}
            </span>,
            state === "failed" ? (
              <Retry key="again" action={`/o/${organization.slug}/mail/${id}/retry`} to={recipient ?? ""} />
            ) : (
              <span key="again" className="text-soft">
                {t("byItself")}
              </span>
            ),
          ],
        };
      })}
    />
  );
}

function Retry({ action, to }: { action: string; to: string }) {
  const t = useTranslations("mail");
  return (
    <Form reply={undefined} action={action} className="flex whitespace-nowrap">
      <Button variant="quiet" aria-label={t("retryTo", { to })}>
        {t("retry")}
      </Button>
    </Form>
  );
}
