import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Form } from "~/ui/form";
import { Message } from "~/ui/message";
import type { TallyPage } from "./page";
import { usePresses } from "./use-presses";

type TallyButtonProps = {
  page: Pick<TallyPage, "tally">;
  /** Who presses: what waits on this device is theirs alone. */
  person: string;
  /** Where presses are sent. */
  path: string;
  /** For presses without JavaScript: one to count and one to take back. */
  ids: { one: string; back: string };
  reply: FormReply | undefined;
};

/** One big button that counts who comes in, with or without a connection. */
export function TallyButton({ page, person, path, ids, reply }: TallyButtonProps) {
  const t = useTranslations("tally");
  const { own, total, waiting, refused, press } = usePresses(page.tally, person, path);

  const counts = (amount: number) => (event: MouseEvent) => {
    event.preventDefault();
    press(amount);
  };

  return (
    <Form reply={reply} className="grid gap-5">
      <p className="text-center" role="status">
        <b className="block text-7xl leading-none tabular-nums" data-count>
          {own}
        </b>
        <span className="text-soft">{total === own ? t("here") : t("hereOf", { total: String(total) })}</span>
      </p>
      <button
        type="submit"
        name="press"
        value={`${ids.one}|1`}
        onClick={counts(1)}
        className="min-h-[42svh] w-full touch-manipulation rounded-2xl bg-jade text-4xl font-bold text-on-jade select-none hover:bg-jade-deep active:bg-jade-deep"
      >
        {t("one")}
      </button>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <button
          type="submit"
          name="press"
          value={`${ids.back}|-1`}
          onClick={counts(-1)}
          disabled={own <= 0}
          className="min-h-11 rounded-md border border-edge bg-surface px-4 font-semibold enabled:hover:border-ink disabled:border-line disabled:text-soft"
        >
          {t("back")}
        </button>
        <p className="text-soft" aria-live="polite">
          {waiting === undefined ? null : waiting === 0 ? t("allSent") : t("waiting", { count: waiting })}
        </p>
      </div>
      {refused && waiting ? <Message kind="warning">{t("refused")}</Message> : null}
    </Form>
  );
}
