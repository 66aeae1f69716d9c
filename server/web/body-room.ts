/** One request's part of the memory for what is being sent. */
export type Share = {
  /** Holds that much more, or answers that there is no room for it. */
  take(bytes: number): boolean;
  /** Gives back all that it held. */
  giveBack(): void;
};

/** Memory for what is being sent at one moment, by all together and by each network: many slow senders fill no more. */
export function bodyRoom({ inAll, eachNetwork }: { inAll: number; eachNetwork: number }): (network: string) => Share {
  const byNetwork = new Map<string, number>();
  let held = 0;
  return (network) => {
    let own = 0;
    const hold = (bytes: number) => {
      own += bytes;
      held += bytes;
      const left = (byNetwork.get(network) ?? 0) + bytes;
      if (left > 0) byNetwork.set(network, left);
      else byNetwork.delete(network);
    };
    return {
      take(bytes) {
        const fits = held + bytes <= inAll && (byNetwork.get(network) ?? 0) + bytes <= eachNetwork;
        if (fits) hold(bytes);
        return fits;
      },
      giveBack: () => hold(-own),
    };
  };
}
