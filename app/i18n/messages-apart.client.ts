import { addMessagesApart } from "./messages.client";

// Whatever imports this is there only when its sentences are.
await addMessagesApart(document.documentElement.lang);
