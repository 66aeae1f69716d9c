/** What pages about members need to know of the organization they are for. */
export type MemberOrganization = {
  slug: string;
  display_name: string;
  short_name: string;
  korean_name: string | null;
};
