/** What is said of those who help, and on the day. */
const volunteers = {
  onTheDay: {
    title: "On the day",
    places: "{taken} of {needed}",
    volunteers: "Volunteers",
    tally: "Count who comes",
  },
  volunteers: {
    title: "Volunteers",
    lead: "Members of every organization that holds the gathering can help. Names are seen by their own organization alone; the others see numbers.",
    none: "Nobody is needed yet.",
    noneWrite:
      "Say what is to be done and by how many, and members of the organizations that hold the gathering can take it.",
    noneRead: "What its organization needs people for will appear here.",
    missing: "{taken} of {needed}, {missing, plural, one {1 missing} other {# missing}}",
    full: "{taken} of {needed}, complete",
    speaks: "Should speak {languages}",
    takeAs: "Help as {organization}",
    takeTitle: "Help with this?",
    you: "(you)",
    outOfTime: "Does not count any longer: the gathering was moved onto something else, or cancelled",
    leave: "Give up my place",
    free: "Free the place of {person}",
    leaveTitle: "Free this place?",
    leaveLead: "{role}: somebody else can take it then.",
    add: "Ask for volunteers",
    addAs: "Add as {organization}",
    saveAs: "Save as {organization}",
    change: "Change",
    changeTitle: "Change what is needed",
    remove: "Remove",
    removeTitle: "Remove this?",
    removeLead: "{role}: whoever took it is no longer needed.",
    removeAs: "Remove as {organization}",
    nameIn: "What to do in {language}",
    nameHint: "For example: greeting at the door, interpreting Korean, child care",
    needed: "How many people",
    languages: "Languages they should speak",
    back: "Back",
  },
  tally: {
    title: "Count who comes",
    lead: "Press once for each person who comes in. It counts without a connection too, and exactly once when that returns.",
    one: "One more",
    back: "Take one back",
    here: "have come",
    hereOf: "counted by us, {total} in all",
    allSent: "All saved",
    waiting:
      "{count, plural, one {1 press is} other {# presses are}} not saved yet. They will be when the connection is back.",
    refused:
      "Saving was refused: you are signed out, or the time for counting is over. What waits is saved when you sign in again.",
    closed:
      "Counting is closed now. It is open from 12 hours before the start until three days after the end. So far {total} in all.",
    onlyMembers: "Your role reads and does not count. So far {total} in all.",
    toGathering: "To the gathering",
  },
} as const;

export default volunteers;
