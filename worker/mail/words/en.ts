import pages from "../../../app/i18n/messages/en";
import type { Words } from "./words";

export const en: Words = {
  lang: "en",
  demonstration: pages.shell.demonstration,
  cancelled: "Cancelled",
  draft: "Draft",
  role: (role) => pages.role[role],
  yourTime: (when) => `Where you are: ${when}`,
  invitation: ({ organization, short, invitedBy, role, until }) => ({
    subject: `An invitation from ${short}`,
    before: [
      `${organization} invites you to Hamkke, where organizations share a calendar and work together.`,
      ...(invitedBy ? [`Invited by: ${invitedBy}`] : []),
      `Role: ${role}`,
    ],
    button: "See the invitation",
    after: [
      `The link works once, for this address alone, until ${until}.`,
      "If you do not know what this is about, delete this message; nothing happens then.",
    ],
  }),
  signInLink: {
    subject: "Your link to sign in",
    before: ["This link signs you in. It works once, for an hour."],
    button: "Sign in",
    after: ["If you did not ask for it, delete this message. Nothing happens unless it is pressed."],
  },
  passwordReset: {
    subject: "A link to a new password",
    before: ["Choose a new password by this link. It works once, for an hour, and signs you out everywhere else."],
    button: "Choose a new password",
    after: ["If you did not ask for it, delete this message. Your password stays as it is."],
  },
  passwordChanged: {
    subject: "Your password was changed",
    before: ["The password of your account was changed."],
    button: "Sign in",
    after: [
      "Was it not you? Ask for a link to a new password on the sign-in page at once: it signs everybody else out.",
    ],
  },
  addressCurrent: ({ newAddress }) => ({
    subject: "Does your address change?",
    before: [
      `Your account is to have another email address: ${newAddress}`,
      "Confirm it here, and by the link that went to the new address. Both links work once, for a day.",
    ],
    button: "Look at the change",
    after: ["Was it not you? Do not confirm it, and change your password."],
  }),
  addressNew: {
    subject: "Confirm your new address",
    before: [
      "This is to become the email address of an account on Hamkke.",
      "Confirm it here, and by the link that went to the old address. Both links work once, for a day.",
    ],
    button: "Look at the change",
    after: ["If you did not ask for it, delete this message."],
  },
  addressChanged: {
    subject: "Your address was changed",
    before: ["Your account has another email address from now on. Nothing more will come to this one."],
    button: "Sign in",
    after: ["Was it not you? Tell an admin of your organization at once."],
  },
  reminder: (day) => ({
    subject: { today: "A gathering today", tomorrow: "A gathering tomorrow", later: "A gathering soon" }[day],
    before: [],
    button: "Open the gathering",
    after: ["The exact place and what to know on the way stand on its page."],
    why: "You get this because you made or changed this gathering, or help at it.",
    unsubscribe: "No more reminders",
  }),
  digest: ({ short }) => ({
    subject: `Your week with ${short}`,
    before: [],
    button: "Open the calendar",
    after: [],
    why: `You get this once a week because you belong to ${short}.`,
    unsubscribe: "No more weekly messages",
    thisWeek: "This week",
    newFromPartners: "New from partners",
    waitsForYou: "Waits for you",
    drafts: "Drafts of the coming three weeks:",
    hostings: (count) =>
      count === 1
        ? "Another organization asks yours to hold a gathering together."
        : `Other organizations ask yours to hold ${count} gatherings together.`,
    hostingsLink: "See what you are asked",
    invitations: (count) => (count === 1 ? "One invitation is still open." : `${count} invitations are still open.`),
    members: "See who is invited",
  }),
  hosting: ({ owner, part, mayEdit, occurrences }) => ({
    subject: `${owner} invites you to a gathering`,
    before: [
      part === "co_host"
        ? `${owner} asks your organization to hold this gathering together.`
        : `${owner} asks your organization to announce this gathering.`,
      ...(occurrences > 1 ? [`It takes place ${occurrences} times; one answer is for all of them.`] : []),
    ],
    button: "See the invitation",
    after: [
      ...(mayEdit ? ["Your editors could then change what it says."] : []),
      "You see on that page what accepting means, and accept or decline there. The exact place stands there too, if it is open to you.",
    ],
  }),
  hostingAnswered: ({ host, accepted }) => ({
    subject: accepted ? `${host} accepted` : `${host} declined`,
    before: [
      accepted
        ? `${host} accepted your invitation and stands beside your organization from now on.`
        : `${host} declined your invitation and no longer sees the gathering unless you opened it otherwise.`,
    ],
    button: "Open the gathering",
    after: [],
  }),
  servicesDue: ({ short, due }) => ({
    subject: due === 0 ? `${short}: somebody suggested a change` : `${short}: is this still right?`,
    before: [
      "People look here for help. Check each of these, by phone for instance, and press what is still right.",
      "Opening a link changes nothing; the button on its page does. If something has changed, that page leads to the form.",
    ],
    button: "Everything that needs a look",
    after: [],
    why: `You get this because you look after what ${short} lists in the directory.`,
    unsubscribe: "No more of these messages",
    believed: (day) => `Believed until ${day}`,
    neverVerified: "Nobody has made sure yet",
    stillTrue: (name) => `Still right: ${name}`,
    suggestions: (count) =>
      count === 1 ? "One suggestion waits for your answer." : `${count} suggestions wait for your answer.`,
  }),
  suggestionAnswered: ({ accepted, name }) => ({
    subject: accepted ? "Your suggestion was taken" : "Your suggestion was not taken",
    before: [
      ...(name ? [`You suggested a change: ${name}`] : ["You suggested a change to an entry of the directory."]),
      accepted
        ? "The entry says so now. Thank you: others find the right way because of you."
        : "The entry stays as it is. Thank you for telling all the same.",
    ],
    button: "Open the entry",
    after: ["If you did not suggest anything, delete this message. Your address is not kept."],
  }),
  itemsDue: ({ count }) => ({
    subject: count === 1 ? "To do together: one thing waits for you" : `To do together: ${count} things wait for you`,
    before: ["This waits for an answer, is due soon, or is late. Whatever you can say helps the others to plan."],
    button: "Everything we do together",
    lettersButton: "Letters that wait",
    after: ["We write at most once a day, over everything at once."],
    why: "You get this because these parts are yours, or because nobody in your organization has them yet, or because you sign letters for it.",
    unsubscribe: "No more of these messages",
    states: {
      ...{ asked: "Not answered", askedLate: "Not answered, late", late: "Late", soon: "Due soon" },
      ...{ sign: "Your signature is asked for", signLate: "Your signature is asked for, late" },
    },
    due: (when) => `Due: ${when}`,
    part: ({ organization, lead }) => `${organization}’s part; led by ${lead}`,
    signature: ({ organization, lead }) => `A letter to sign for ${organization}; led by ${lead}`,
  }),
  settings: "Choose what you get, and when",
  signup: {
    confirmed: {
      coming: { subject: "You are signed up", text: "You have a seat." },
      waiting: {
        subject: "You are on the waiting list",
        text: "All seats are taken, or others wait before you. When seats become free for all of you, we write again.",
      },
    },
    promoted: { subject: "A seat has become free for you", text: "You waited, and now you have a seat." },
    cancelled: { subject: "The gathering is cancelled", text: "The gathering you signed up for is cancelled." },
    changed: {
      subject: "The gathering has changed",
      text: "The gathering you signed up for takes place as it stands here now.",
    },
    of: (organization, seats) => `Signed up with ${organization}: ${seats === 1 ? "1 seat" : `${seats} seats`}.`,
    button: "See, change or cancel it",
    secret: "Whoever has this link can change your sign-up. If it was not you who signed up, cancel it there.",
    deleted: (day) => `Everything about your sign-up is deleted on ${day}.`,
  },
};
