import { createContext, useContext } from "react";

/** The nonce of this response's content security policy; the browser hides it, so that it is undefined there. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
