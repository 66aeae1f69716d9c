import type { Translation } from "../translation";
import accounts from "./es/accounts";
import calendar from "./es/calendar";
import campaigns from "./es/campaigns";
import exchange from "./es/exchange";
import feeds from "./es/feeds";
import finding from "./es/finding";
import front from "./es/front";
import gatherings from "./es/gatherings";
import handingOut from "./es/handing-out";
import hosts from "./es/hosts";
import imports from "./es/imports";
import items from "./es/items";
import language from "./es/languages";
import letters from "./es/letters";
import mail from "./es/mail";
import members from "./es/members";
import plan from "./es/plan";
import posting from "./es/posting";
import problem from "./es/problems";
import repeating from "./es/repeating";
import resources from "./es/resources";
import settings from "./es/settings";
import sheets from "./es/sheets";
import shell from "./es/shell";
import signups from "./es/signups";
import totals from "./es/totals";
import truth from "./es/truth";
import volunteers from "./es/volunteers";

const messages: Translation = {
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
  languageName: "Español",
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
