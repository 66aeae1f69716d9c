import accounts from "./en/accounts";
import calendar from "./en/calendar";
import campaigns from "./en/campaigns";
import exchange from "./en/exchange";
import feeds from "./en/feeds";
import finding from "./en/finding";
import front from "./en/front";
import gatherings from "./en/gatherings";
import handingOut from "./en/handing-out";
import hosts from "./en/hosts";
import imports from "./en/imports";
import items from "./en/items";
import language from "./en/languages";
import letters from "./en/letters";
import mail from "./en/mail";
import members from "./en/members";
import plan from "./en/plan";
import posting from "./en/posting";
import problem from "./en/problems";
import repeating from "./en/repeating";
import resources from "./en/resources";
import settings from "./en/settings";
import sheets from "./en/sheets";
import shell from "./en/shell";
import signups from "./en/signups";
import totals from "./en/totals";
import truth from "./en/truth";
import volunteers from "./en/volunteers";

/** Every sentence of the product in English. The other languages have the same keys; the compiler checks it. */
const messages = {
  name: "Hamkke",
  language,
  ...accounts,
  ...members,
  settings,
  ...gatherings,
  ...repeating,
  ...signups,
  letters,
  plan,
  hosts,
  imports,
  ...volunteers,
  ...sheets,
  ...feeds,
  problem,
  ...shell,
  languageName: "English",
  // The day on which weeks begin: sunday, monday or saturday.
  weekBegins: "sunday",
  ...mail,
  exchange,
  ...calendar,
  finding,
  handingOut,
  campaigns,
  items,
  totals,
  ...front,
  posting,
  resources,
  truth,
} as const;

export default messages;
