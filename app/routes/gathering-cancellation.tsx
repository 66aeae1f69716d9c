import { useTranslations } from "use-intl";
import { Page } from "~/ui/page";

export default function Cancellation() {
  const t = useTranslations();
  return <Page title={t("name")} />;
}

export { RouteError as ErrorBoundary } from "~/ui/route-error";
