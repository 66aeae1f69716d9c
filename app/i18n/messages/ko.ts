import type { Translation } from "../translation";
import accounts from "./ko/accounts";
import calendar from "./ko/calendar";
import campaigns from "./ko/campaigns";
import exchange from "./ko/exchange";
import feeds from "./ko/feeds";
import finding from "./ko/finding";
import front from "./ko/front";
import gatherings from "./ko/gatherings";
import handingOut from "./ko/handing-out";
import hosts from "./ko/hosts";
import imports from "./ko/imports";
import items from "./ko/items";
import language from "./ko/languages";
import letters from "./ko/letters";
import mail from "./ko/mail";
import members from "./ko/members";
import plan from "./ko/plan";
import posting from "./ko/posting";
import problem from "./ko/problems";
import repeating from "./ko/repeating";
import resources from "./ko/resources";
import settings from "./ko/settings";
import sheets from "./ko/sheets";
import shell from "./ko/shell";
import signups from "./ko/signups";
import totals from "./ko/totals";
import truth from "./ko/truth";
import volunteers from "./ko/volunteers";

const messages: Translation = {
  name: "함께",
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
  languageName: "한국어",
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
};

export default messages;
