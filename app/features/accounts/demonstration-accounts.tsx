import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { OrganizationMark } from "~/ui/organization-mark";
import type { DemonstrationAccount } from "./queries.server";

type DemonstrationAccountsProps = {
  accounts: DemonstrationAccount[];
  to: string;
  reply?: FormReply;
  /** The level of the organizations' headings: one below what stands above them. */
  heading: "h2" | "h3";
};

/** The demonstration's accounts, by organization; each is one press away. */
export function DemonstrationAccounts({ accounts, to, reply, heading: Heading }: DemonstrationAccountsProps) {
  const t = useTranslations();

  return (
    <Form reply={reply} action="/sign-in/demonstration" reloadDocument>
      <input type="hidden" name="to" value={to} />
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groupByOrganization(accounts).map(({ organization, accounts }) => (
          <li key={organization.id}>
            <Heading className="mb-2">
              <OrganizationMark organization={organization} name="whole" />
            </Heading>
            <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
              {accounts.map(({ email, role }) => (
                <Button
                  key={email}
                  variant="quiet"
                  name="email"
                  value={email}
                  aria-label={t("signIn.demonstrationSubmit", {
                    role: t(`role.${role}`),
                    organization: organization.short_name,
                  })}
                >
                  {t(`role.${role}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Form>
  );
}

function groupByOrganization(accounts: DemonstrationAccount[]) {
  const groups = new Map<
    string,
    { organization: DemonstrationAccount["organization"]; accounts: DemonstrationAccount[] }
  >();
  for (const account of accounts) {
    const group = groups.get(account.organization.id) ?? { organization: account.organization, accounts: [] };
    group.accounts.push(account);
    groups.set(account.organization.id, group);
  }
  return [...groups.values()];
}
