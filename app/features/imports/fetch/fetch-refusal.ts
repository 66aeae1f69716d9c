/**
 * Why no calendar came, as a key of the sentences for problems. What does not exist, what is private and what does not
 * answer are one: otherwise the answer would tell which names exist inside our own network.
 */
export type FetchProblem =
  | "calendar_unreachable"
  | "calendar_too_slow"
  | "calendar_too_large"
  | "calendar_not_https"
  | "calendar_address_not_plain"
  | "not_a_calendar";

export class FetchRefusal extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem) {
    super(problem);
    this.problem = problem;
  }
}
