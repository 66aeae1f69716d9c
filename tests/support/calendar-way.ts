import type { Way } from "~/features/imports/fetch/guarded-request.server";
import { isPublicAddress } from "~/features/imports/fetch/public-address.server";
import type { CalendarServer } from "./calendar-server";

/** Stands for the internet; every other address is as private as it is. */
export const outside = "127.0.0.1";
export const inside = "127.0.0.2";

/** A way on which every name leads to these addresses. */
export function wayTo(server: CalendarServer, addresses = (): string[] => [outside]): Way {
  return {
    resolve: async () => addresses().map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    isPublic: (address) => address === outside || isPublicAddress(address),
    port: server.port,
    ca: server.ca,
    milliseconds: 10_000,
  };
}
