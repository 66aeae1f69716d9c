import type { Translation } from "../translation";

const messages: Translation = {
  name: "함께",
  problem: {
    required: "입력해 주세요.",
  },
};

export default messages;
