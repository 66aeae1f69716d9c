import { createServer, type Socket } from "node:net";

/** What a mail server was given: the envelope and the message as it came over the line. */
export type Received = { from: string; to: string; raw: string; messageId: string };

export type SmtpServer = {
  url: string;
  /** Messages for which it said 250. */
  received: Received[];
  /** How it answers from now on. */
  behave: (behaviour: Behaviour) => void;
  close: () => Promise<void>;
};

/** To a command, another answer than yes; silence; or the end of the line. */
export type Behaviour = (command: string) => string | "silence" | "hang up" | undefined;

/** A mail server on loopback, for tests. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let behaviour: Behaviour = () => undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(
      socket,
      (command) => behaviour(command),
      (message) => received.push(message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behave: (next) => {
      behaviour = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, behaviour: Behaviour, keep: (message: Received) => void): void {
  let text = "";
  let envelope = { from: "", to: "" };
  let inMessage = false;
  socket.setEncoding("utf8");
  say("CONNECT", "220 mail.example");
  socket.on("data", (part) => {
    text += part;
    for (let end = nextEnd(); end >= 0 && !socket.destroyed; end = nextEnd()) {
      const piece = text.slice(0, end);
      text = text.slice(end + (inMessage ? 5 : 2));
      if (inMessage) take(piece);
      else answer(piece);
    }
  });

  function nextEnd(): number {
    return text.indexOf(inMessage ? "\r\n.\r\n" : "\r\n");
  }

  function answer(line: string): void {
    const command = line.split(/[ :]/)[0]?.toUpperCase() ?? "";
    if (command === "MAIL") envelope = { from: addressIn(line), to: "" };
    if (command === "RCPT") envelope.to = addressIn(line);
    const agreed = say(command, words[command] ?? "250 yes");
    if (command === "DATA" && agreed) inMessage = true;
    if (command === "QUIT") socket.end();
  }

  function take(raw: string): void {
    inMessage = false;
    const answered = behaviour("MESSAGE");
    // A server that takes a message and hangs up has it all the same.
    if (!answered || answered === "hang up") {
      keep({ ...envelope, raw, messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? "" });
    }
    say("MESSAGE", "250 taken", answered);
  }

  function say(command: string, yes: string, answered = behaviour(command)): boolean {
    if (answered === "hang up") socket.destroy();
    else if (answered !== "silence") socket.write(`${answered ?? yes}\r\n`);
    return answered === undefined;
  }
}

const words: Record<string, string> = {
  EHLO: "250 mail.example",
  STARTTLS: "502 no encryption here",
  DATA: "354 go on",
  QUIT: "221 bye",
};

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";
