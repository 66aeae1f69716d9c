/** Zones as calendar programs call them, by their IANA names. */
const otherNames: Record<string, string> = {
  ...{ "US/Eastern": "America/New_York", "US/Central": "America/Chicago", "US/Mountain": "America/Denver" },
  ...{ "US/Pacific": "America/Los_Angeles", "US/Hawaii": "Pacific/Honolulu", "US/Alaska": "America/Anchorage" },
  ...{ "US/Arizona": "America/Phoenix", ROK: "Asia/Seoul", KST: "Asia/Seoul", Japan: "Asia/Tokyo" },
  ...{ GMT: "UTC", "Etc/UTC": "UTC", "Etc/GMT": "UTC", Z: "UTC", PRC: "Asia/Shanghai", Hongkong: "Asia/Hong_Kong" },
  // What Windows, and with it Outlook, calls them.
  ...{
    "Korea Standard Time": "Asia/Seoul",
    "Tokyo Standard Time": "Asia/Tokyo",
    "China Standard Time": "Asia/Shanghai",
  },
  ...{ "Singapore Standard Time": "Asia/Singapore", "Taipei Standard Time": "Asia/Taipei" },
  ...{ "SE Asia Standard Time": "Asia/Bangkok", "India Standard Time": "Asia/Kolkata" },
  ...{ "Bangladesh Standard Time": "Asia/Dhaka", "Nepal Standard Time": "Asia/Kathmandu" },
  ...{ "Pakistan Standard Time": "Asia/Karachi", "Myanmar Standard Time": "Asia/Yangon" },
  ...{
    "West Asia Standard Time": "Asia/Tashkent",
    "Arabian Standard Time": "Asia/Dubai",
    "Israel Standard Time": "Asia/Jerusalem",
  },
  ...{ "Pacific Standard Time": "America/Los_Angeles", "Mountain Standard Time": "America/Denver" },
  ...{ "US Mountain Standard Time": "America/Phoenix", "Central Standard Time": "America/Chicago" },
  ...{ "Eastern Standard Time": "America/New_York", "US Eastern Standard Time": "America/Indiana/Indianapolis" },
  ...{ "Atlantic Standard Time": "America/Halifax", "Alaskan Standard Time": "America/Anchorage" },
  ...{ "Hawaiian Standard Time": "Pacific/Honolulu", "Pacific Standard Time (Mexico)": "America/Tijuana" },
  ...{ "Central Standard Time (Mexico)": "America/Mexico_City", "Central America Standard Time": "America/Guatemala" },
  ...{ "SA Pacific Standard Time": "America/Bogota", "SA Western Standard Time": "America/La_Paz" },
  ...{ "Venezuela Standard Time": "America/Caracas", "E. South America Standard Time": "America/Sao_Paulo" },
  ...{ "GMT Standard Time": "Europe/London", "W. Europe Standard Time": "Europe/Berlin" },
  ...{ "Romance Standard Time": "Europe/Paris", "Central European Standard Time": "Europe/Warsaw" },
  ...{ "Russian Standard Time": "Europe/Moscow", "AUS Eastern Standard Time": "Australia/Sydney" },
  ...{ "New Zealand Standard Time": "Pacific/Auckland", "West Pacific Standard Time": "Pacific/Port_Moresby" },
};
const area = "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)";
const wholeName = new RegExp(`^(?:${area}/[A-Za-z_/-]{2,40}|UTC)$`);
const nameAtTheEnd = new RegExp(`^/.{0,80}/(${area}/[A-Za-z_/-]{2,40})$`);

/**
 * The IANA name of what a calendar calls a zone: as it is, behind a maker's prefix, or by another name. Whether there is
 * such a zone the database says.
 */
export function zoneOf(name: string): string | undefined {
  const said = name.trim();
  if (wholeName.test(said)) return said;
  return otherNames[said] ?? nameAtTheEnd.exec(said)?.[1];
}
