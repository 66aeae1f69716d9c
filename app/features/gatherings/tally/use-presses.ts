import { useCallback, useEffect, useRef, useState } from "react";
import type { Tally } from "./page";
import { amountOf, waitingPresses } from "./waiting-presses";

type Presses = {
  /** What the server counted last, with what waits on this device. */
  own: number;
  total: number;
  /** How many presses wait; undefined before the page knows. */
  waiting: number | undefined;
  /** Whether the last sending was refused: signed out, or too late. Waiting does not mend that. */
  refused: boolean;
  press: (amount: number) => void;
};

const AGAIN = 5_000;
const MOST = 500;

/** Counts presses on this device first and sends them as soon as there is a connection, each until it was counted. */
export function usePresses(counted: Tally, person: string, path: string): Presses {
  const [tally, setTally] = useState(counted);
  const [waiting, setWaiting] = useState<string[]>();
  const [refused, setRefused] = useState(false);
  const sending = useRef(false);

  const send = useCallback(async () => {
    const store = waitingPresses(localStorage, person, path);
    const presses = store.list().slice(0, MOST);
    setWaiting(store.list());
    if (sending.current || presses.length === 0) return;
    sending.current = true;
    try {
      const answer = await fetch(path, { method: "POST", body: asForm(presses), redirect: "error" });
      setRefused(!answer.ok);
      if (answer.ok) {
        const tally: Tally = await answer.json();
        store.remember(tally);
        store.forget(presses);
        setTally(tally);
        setWaiting(store.list());
      }
    } catch {
      // No connection: they wait.
    } finally {
      sending.current = false;
    }
  }, [person, path]);

  useEffect(() => {
    setTally((shown) => waitingPresses(localStorage, person, path).newest(shown));
    void send();
    const again = setInterval(send, AGAIN);
    addEventListener("online", send);
    return () => {
      clearInterval(again);
      removeEventListener("online", send);
    };
  }, [send, person, path]);

  const press = useCallback(
    (amount: number) => {
      waitingPresses(localStorage, person, path).add(`${crypto.randomUUID()}|${amount}`, Date.now());
      void send();
    },
    [person, path, send],
  );

  const unsent = amountOf(waiting ?? []);
  return { own: tally.own + unsent, total: tally.total + unsent, waiting: waiting?.length, refused, press };
}

function asForm(presses: string[]): FormData {
  const form = new FormData();
  for (const press of presses) form.append("press", press);
  return form;
}
